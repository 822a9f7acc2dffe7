package org.dynlab.core.experiment.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.MathContext;
import org.dynlab.core.describe.Checks;

/** The two numbers between which values are drawn. */
final class Bounds {
  private static final MathContext SIX_DIGITS = new MathContext(6);

  private Bounds() {}

  static void inOrder(Number low, Number high, Checks checks) {
    boolean ordered = !(low.doubleValue() >= high.doubleValue());
    checks.that(ordered, "[1]", "must be above " + low, high);
  }

  /** The number with six significant digits, or the bound that it is rounded past. */
  static JsonNode rounded(double value, double low, double high) {
    double near = new BigDecimal(value).round(SIX_DIGITS).doubleValue();
    return JsonNodeFactory.instance.numberNode(Math.max(low, Math.min(high, near)));
  }
}
