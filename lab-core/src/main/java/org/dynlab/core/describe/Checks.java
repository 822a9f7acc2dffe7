package org.dynlab.core.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/**
 * Collects what is wrong with the components of a record. A compact constructor states its rules
 * one after the other and ends with {@link #done()}, so that all problems are reported at once. All
 * comparisons are written so that NaN fails them.
 */
public final class Checks {
  private final List<Problem> problems = new ArrayList<>();

  /** {@code value > 0} and finite. */
  public Checks positive(String component, double value) {
    return that(value > 0 && value < Double.POSITIVE_INFINITY, component, "must be > 0", value);
  }

  /** {@code value >= 0} and finite. */
  public Checks nonNegative(String component, double value) {
    return that(value >= 0 && value < Double.POSITIVE_INFINITY, component, "must be >= 0", value);
  }

  /** {@code low <= value < high}. */
  public Checks halfOpen(String component, double value, double low, double high) {
    String rule = String.format(Locale.ROOT, "must be in [%s, %s)", plain(low), plain(high));
    return that(value >= low && value < high, component, rule, value);
  }

  /** {@code low < value < high}. */
  public Checks strictlyBetween(String component, double value, double low, double high) {
    String rule =
        String.format(Locale.ROOT, "must lie strictly between %s and %s", plain(low), plain(high));
    return that(value > low && value < high, component, rule, value);
  }

  /** {@code low <= value <= high}, whole numbers. */
  public Checks range(String component, long value, long low, long high) {
    String rule = "must be in " + low + ".." + high;
    return that(value >= low && value <= high, component, rule, value);
  }

  /** Any rule: {@code rule} says what must hold, in words beginning with "must". */
  public Checks that(boolean holds, String component, String rule, Object got) {
    return that(holds, component, rule, got, "");
  }

  /** Any rule, with a hint what to try. */
  public Checks that(boolean holds, String component, String rule, Object got, String hint) {
    if (!holds) {
      String found = got instanceof Enum<?> constant ? Words.of(constant) : String.valueOf(got);
      problems.add(new Problem(component, rule, found, hint));
    }
    return this;
  }

  /** A problem somebody else found. */
  public Checks add(Problem problem) {
    problems.add(problem);
    return this;
  }

  /**
   * Work on one component: its result, or nothing if it ends in a {@link UserError}, whose problems
   * are kept with {@code component} in front of their places (an empty one leaves them alone).
   */
  public <T> Optional<T> within(String component, Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (UserError error) {
      for (Problem problem : error.problems()) {
        problems.add(component.isEmpty() ? problem : problem.within(component));
      }
      return Optional.empty();
    }
  }

  /** Problems that were found. */
  int count() {
    return problems.size();
  }

  /** True as long as no problem was found. */
  public boolean passed() {
    return problems.isEmpty();
  }

  /** Throws a {@link UserError} with all problems, if there are any. */
  public void done() {
    if (!problems.isEmpty()) {
      throw new UserError(problems);
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
