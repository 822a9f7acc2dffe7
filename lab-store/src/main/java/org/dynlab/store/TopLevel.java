package org.dynlab.store;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of a YAML mapping whose keys stand at the beginning of lines and whose values are
 * indented, as in the description of an experiment.
 */
final class TopLevel {
  private TopLevel() {}

  /** The lines of that key; empty if it is not there. */
  static String part(String yaml, String key) {
    return joined(yaml.lines().dropWhile(line -> !begins(line, key)).limit(length(yaml, key)));
  }

  /** All other lines. */
  static String without(String yaml, String key) {
    Stream<String> before = yaml.lines().takeWhile(line -> !begins(line, key));
    Stream<String> behind =
        yaml.lines().dropWhile(line -> !begins(line, key)).skip(length(yaml, key));
    return joined(Stream.concat(before, behind));
  }

  private static long length(String yaml, String key) {
    Stream<String> from = yaml.lines().dropWhile(line -> !begins(line, key));
    return 1 + from.skip(1).takeWhile(line -> line.startsWith(" ")).count();
  }

  private static boolean begins(String line, String key) {
    return line.startsWith(key + ":");
  }

  private static String joined(Stream<String> lines) {
    return lines.map(line -> line + "\n").collect(Collectors.joining());
  }
}
