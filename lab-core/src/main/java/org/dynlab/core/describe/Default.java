package org.dynlab.core.describe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a record component that is left out, written as YAML. Without it, it is required.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
  /** A YAML value, e.g. {@code 0.01}, {@code [1, 2]}, {@code {kind: relu}}. */
  String value();
}
