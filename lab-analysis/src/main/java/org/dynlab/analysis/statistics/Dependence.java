package org.dynlab.analysis.statistics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A column that says nothing new: it is a linear combination of columns before it, so that its
 * coefficient cannot be told from theirs.
 *
 * @param column its name
 * @param terms the combination, empty if the column is 0 throughout
 */
public record Dependence(String column, List<Term> terms) {

  /** Copies the list. */
  public Dependence {
    terms = List.copyOf(terms);
  }

  /** One part of the combination. */
  public record Term(double factor, String column) {}

  /** e.g. {@code state 3 = 60·(intercept) − 1·state 1}, {@code state 5 = 0}. */
  public String text() {
    String sum =
        terms.stream()
            .map(t -> (t.factor() < 0 ? " − " : " + ") + size(t.factor()) + "·" + t.column())
            .collect(Collectors.joining());
    String start = sum.startsWith(" + ") ? sum.substring(3) : sum.strip().replaceFirst("− ", "−");
    return column + " = " + (terms.isEmpty() ? "0" : start);
  }

  private static String size(double factor) {
    double size = Math.abs(factor);
    return size == Math.rint(size)
        ? String.format(Locale.ROOT, "%.0f", size)
        : String.format(Locale.ROOT, "%.4g", size);
  }
}
