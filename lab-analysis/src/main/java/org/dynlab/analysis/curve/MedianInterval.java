package org.dynlab.analysis.curve;

import java.util.stream.DoubleStream;

/**
 * The median of one number per run with its distribution-free interval between two order
 * statistics: the shortest {@code [x_(j), x_(n+1-j)]} that holds the median of the population with
 * at least 95 %, which it does with 1 - 2 P(B &lt; j), B binomial of n and ½ (David and Nagaraja
 * 2003, doi:10.1002/0471722162, section 7.1). Runs that never get there are larger than all others,
 * so that limits may be infinite. Fewer than {@value #LEAST_RUNS} runs allow no such interval (five
 * hold the median with 93.75 %): limits and confidence are NaN.
 *
 * @param median the middle number, the mean of the two middle ones of an even number; NaN without
 *     runs, infinite if a middle run never got there
 * @param low lower limit
 * @param high upper limit
 * @param confidence what the interval really holds the median with, at least 0.95
 * @param runs n, those that never got there included
 * @param never how many of them never did
 */
public record MedianInterval(
    double median, double low, double high, double confidence, int runs, int never) {
  /** Fewest runs for which there is an interval. */
  public static final int LEAST_RUNS = 6;

  private static final double MOST_MISSED = 0.05;

  /** Of numbers some of which may be missing because a run never got there. */
  public static MedianInterval of(Censored outcomes) {
    int n = outcomes.runs();
    double missed = Math.pow(0.5, n - 1.0);
    if (n < LEAST_RUNS) {
      double none = Double.NaN;
      return new MedianInterval(outcomes.median(), none, none, none, n, outcomes.never());
    }
    int below = 0;
    double term = missed;
    double next = term * n;
    while (missed + next <= MOST_MISSED) {
      below++;
      term = next;
      missed += term;
      next = term * (n - below) / (below + 1);
    }
    return new MedianInterval(
        outcomes.median(),
        ranked(outcomes, below),
        ranked(outcomes, n - 1 - below),
        1 - missed,
        n,
        outcomes.never());
  }

  /** Of one number of every run; none may be NaN. */
  public static MedianInterval of(double... values) {
    if (DoubleStream.of(values).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException("a median of NaN was asked for");
    }
    return of(new Censored(DoubleStream.of(values).boxed().toList(), 0));
  }

  private static double ranked(Censored outcomes, int rank) {
    return rank < outcomes.reached().size()
        ? outcomes.reached().get(rank)
        : Double.POSITIVE_INFINITY;
  }

  /** Whether there are enough runs for an interval. */
  public boolean exists() {
    return runs >= LEAST_RUNS;
  }

  /**
   * e.g. {@code 840 [760, 955], n = 9}; {@code 840, n = 3}; {@code never [910, never], n = 8, never
   * in 5}; {@code no run}.
   */
  public String text() {
    if (runs == 0) {
      return "no run";
    }
    String interval = exists() ? " [" + word(low) + ", " + word(high) + "]" : "";
    String censored = never == 0 ? "" : ", never in " + never;
    return word(median) + interval + ", n = " + runs + censored;
  }

  private static String word(double value) {
    return value == Double.POSITIVE_INFINITY ? "never" : Decimals.plain(value);
  }
}
