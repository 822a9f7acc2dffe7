package org.dynlab.analysis.curve;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoublePredicate;

/**
 * A number per run that some runs never reach, e.g. first steps. A run that never reaches it is
 * right-censored: order statistics count it as larger than all others.
 *
 * @param reached the numbers, ascending (NaN last)
 * @param never how many runs have none
 */
public record Censored(List<Double> reached, int never) {

  /** Sorts and copies. */
  public Censored {
    reached = reached.stream().sorted().toList();
  }

  /** One outcome per run, empty meaning never. */
  public static Censored of(List<OptionalDouble> outcomes) {
    List<Double> reached =
        outcomes.stream().flatMapToDouble(OptionalDouble::stream).boxed().toList();
    return new Censored(reached, outcomes.size() - reached.size());
  }

  /** First steps at which the curves have a wanted value. */
  public static Censored firstSteps(List<Curve> curves, DoublePredicate wanted) {
    return of(curves.stream().map(curve -> outcome(curve.firstWhere(wanted))).toList());
  }

  /** A first step as an outcome, empty meaning never. */
  public static OptionalDouble outcome(OptionalLong step) {
    return step.isPresent() ? OptionalDouble.of((double) step.getAsLong()) : OptionalDouble.empty();
  }

  /** Number of runs. */
  public int runs() {
    return reached.size() + never;
  }

  /**
   * The middle number, or the mean of the two middle ones if the number of runs is even. Infinite
   * if a middle run never got there, NaN without runs.
   */
  public double median() {
    if (runs() == 0) {
      return Double.NaN;
    }
    return 0.5 * (ranked((runs() - 1) / 2) + ranked(runs() / 2));
  }

  private double ranked(int rank) {
    return rank < reached.size() ? reached.get(rank) : Double.POSITIVE_INFINITY;
  }

  /** Whether the middle run never got there, so that there is no median. */
  public boolean medianIsNever() {
    return runs() / 2 >= reached.size();
  }

  /**
   * Median, range and censoring in words: {@code step 38 (37..41), never in 1 of 5}; {@code never};
   * {@code no run}.
   *
   * @param noun what stands before the median, e.g. {@code step }; may be empty
   */
  public String text(String noun) {
    if (reached.isEmpty()) {
      return runs() == 0 ? "no run" : "never";
    }
    String middle = medianIsNever() ? "never" : noun + Decimals.plain(median());
    String range = runs() == 1 ? "" : " (" + range() + ")";
    return middle + range + (never == 0 ? "" : ", never in " + never + " of " + runs());
  }

  /** Smallest and largest reached number, e.g. {@code 37..41}; empty if none was reached. */
  public String range() {
    return reached.isEmpty()
        ? ""
        : Decimals.plain(reached.get(0)) + ".." + Decimals.plain(reached.get(reached.size() - 1));
  }
}
