package org.dynlab.analysis.statistics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Data and numbers of other programs, from {@code reference/statistics}. */
public final class Reference {
  private Reference() {}

  /** The rows of a file of comma-separated values; the header is the first of them. */
  public static List<List<String>> rows(String file) {
    String path = "/reference/statistics/" + file;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Reference.class.getResourceAsStream(path), path),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(",", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers behind a name in {@code scores.csv}. */
  public static double[] scores(String name) {
    List<String> row =
        rows("scores.csv").stream().filter(r -> r.get(0).equals(name)).findFirst().orElseThrow();
    return row.stream().skip(1).mapToDouble(Double::parseDouble).toArray();
  }
}
