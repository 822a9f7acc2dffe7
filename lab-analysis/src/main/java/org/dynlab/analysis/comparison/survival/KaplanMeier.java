package org.dynlab.analysis.comparison.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The product-limit estimate of S(t), the share of runs still waiting after step t (Kaplan and
 * Meier 1958, doi:10.1080/01621459.1958.10501452):
 *
 * <p>S(t) = ∏ (1 − d/n) over the steps up to t, d runs reaching the threshold there out of n still
 * at risk; a run censored at a step is at risk at that step, one that never gets there at all. The
 * variance of ln S is Greenwood's Σ d/(n(n−d)). It assumes that censoring says nothing about when a
 * run would have got there. Without runs there are no points; O(n²).
 */
public final class KaplanMeier {
  private static final double Z = 1.959963984540054;
  private static final double HALF = 0.5;
  private static final double ROUNDING = 1e-9;

  private final List<Point> points;

  private final boolean noRun;

  private KaplanMeier(List<Point> points, boolean noRun) {
    this.points = List.copyOf(points);
    this.noRun = noRun;
  }

  /**
   * A step at which runs reached the threshold or were censored.
   *
   * @param atRisk runs still waiting just before it, n
   * @param reached runs that reached the threshold at it, d
   * @param censored runs last watched at it
   * @param waiting S just after it
   * @param variance Greenwood's variance of ln S, infinite where S = 0
   */
  public record Point(
      long step, int atRisk, int reached, int censored, double waiting, double variance) {

    /**
     * Lower limit of the pointwise 95 % interval of S on the scale of ln(−ln S): {@code
     * S^exp(z·√variance/|ln S|)}. NaN before the first run gets there, 0 where S = 0.
     */
    public double low() {
      return waiting == 0 ? 0 : limit(Z);
    }

    /** Its upper limit; NaN before the first run gets there and where S = 0. */
    public double high() {
      return waiting == 0 ? Double.NaN : limit(-Z);
    }

    private double limit(double z) {
      double log = -Math.log(waiting);
      return log == 0 ? Double.NaN : Math.pow(waiting, Math.exp(z * Math.sqrt(variance) / log));
    }
  }

  /** The estimate from these times. */
  public static KaplanMeier of(List<SurvivalTime> times) {
    List<Point> points = new ArrayList<>();
    int atRisk = times.size();
    double waiting = 1;
    double variance = 0;
    for (long step : watched(times)) {
      int reached = count(times, step, true);
      int censored = count(times, step, false);
      waiting *= (double) (atRisk - reached) / atRisk;
      variance += reached == 0 ? 0 : (double) reached / atRisk / (atRisk - reached);
      points.add(new Point(step, atRisk, reached, censored, waiting, variance));
      atRisk -= reached + censored;
    }
    return new KaplanMeier(points, times.isEmpty());
  }

  private static long[] watched(List<SurvivalTime> times) {
    return times.stream()
        .filter(time -> !time.equals(SurvivalTime.NEVER))
        .mapToLong(SurvivalTime::step)
        .sorted()
        .distinct()
        .toArray();
  }

  private static int count(List<SurvivalTime> times, long step, boolean reached) {
    return (int) times.stream().filter(t -> t.step() == step && t.reached() == reached).count();
  }

  /** The steps at which anything happened, ascending. */
  public List<Point> points() {
    return points;
  }

  /**
   * The median step with the 95 % interval of Brookmeyer and Crowley (1982, doi:10.2307/2530286) on
   * the scale of ln(−ln S): all steps at which S = 0.5 would not be rejected, which begins where
   * the lower limit of S has come down to 0.5 and ends where the upper limit has. Where S is
   * exactly 0.5 until a later step, the estimate is the middle of the two, so that without censored
   * runs it is the ordinary median.
   */
  public MedianStep median() {
    if (points.isEmpty()) {
      return noRun ? MedianStep.NO_RUN : MedianStep.NEVER;
    }
    return new MedianStep(
        middle(),
        first(point -> point.low() <= HALF),
        first(point -> point.high() <= HALF),
        points.get(points.size() - 1).step());
  }

  private double middle() {
    double atMostHalf = first(point -> point.waiting() <= HALF + ROUNDING);
    double below = first(point -> point.waiting() < HALF - ROUNDING);
    return Double.isFinite(below) ? (atMostHalf + below) / 2 : atMostHalf;
  }

  /** First step at which it holds, infinite if there is none. */
  private double first(Predicate<Point> condition) {
    return points.stream()
        .filter(condition)
        .mapToDouble(point -> (double) point.step())
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
