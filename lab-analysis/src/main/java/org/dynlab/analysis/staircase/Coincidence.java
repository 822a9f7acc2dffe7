package org.dynlab.analysis.staircase;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.dynlab.analysis.statistics.SeedStream;

/**
 * Whether jumps of the rank come with drops of the loss.
 *
 * <p>A rise at step s is matched if a drop lies within {@value #WINDOW}·s of it. What chance would
 * give is seen by shifting the drops of every run around its span of steps, all by the same random
 * amount within a run, which keeps their distances: once on the axis of steps and once on that of
 * log(1 + step). The axis on which chance does better is the one that counts, because early events
 * crowd on the first axis and late ones on the second.
 *
 * @param rises of all runs together
 * @param drops of all runs together
 * @param matched how many of the rises
 * @param chance mean share of rises that is matched after shifting
 * @param p share of the shifts that match as many rises or more, the real one counted among them;
 *     NaN where a side has no event
 */
public record Coincidence(int rises, int drops, int matched, double chance, double p) {
  static final double WINDOW = 0.1;
  private static final int SHIFTS = 2000;

  /** Of the runs of an arm. */
  public static Coincidence of(List<Events> runs, long seed) {
    int rises = runs.stream().mapToInt(run -> run.rises().size()).sum();
    int drops = runs.stream().mapToInt(run -> run.drops().size()).sum();
    int matched = runs.stream().mapToInt(run -> matched(run.rises(), run.drops())).sum();
    if (rises == 0 || drops == 0) {
      return new Coincidence(rises, drops, 0, Double.NaN, Double.NaN);
    }
    int[] even = shifted(runs, seed, x -> x, x -> x);
    int[] log = shifted(runs, seed, Math::log1p, Math::expm1);
    int[] lucky = IntStream.of(even).sum() >= IntStream.of(log).sum() ? even : log;
    double chance = IntStream.of(lucky).average().orElse(0) / rises;
    double asMany = IntStream.of(lucky).filter(m -> m >= matched).count();
    return new Coincidence(rises, drops, matched, chance, (1 + asMany) / (1 + SHIFTS));
  }

  private static int matched(List<Double> rises, List<Double> drops) {
    return (int)
        rises.stream()
            .filter(rise -> drops.stream().anyMatch(d -> Math.abs(d - rise) <= WINDOW * rise))
            .count();
  }

  /** Matched rises of all runs together for each shift. */
  private static int[] shifted(
      List<Events> runs, long seed, DoubleUnaryOperator axis, DoubleUnaryOperator back) {
    return IntStream.range(0, SHIFTS)
        .map(
            k -> {
              SplittableRandom random = SeedStream.of(seed, k);
              return runs.stream().mapToInt(r -> shifted(r, random.nextDouble(), axis, back)).sum();
            })
        .toArray();
  }

  private static int shifted(
      Events run, double by, DoubleUnaryOperator axis, DoubleUnaryOperator back) {
    double low = axis.applyAsDouble(run.first());
    double span = axis.applyAsDouble(run.last()) - low;
    List<Double> moved =
        run.drops().stream()
            .map(
                d ->
                    back.applyAsDouble(low + around(axis.applyAsDouble(d) - low + by * span, span)))
            .toList();
    return matched(run.rises(), moved);
  }

  private static double around(double place, double span) {
    return place >= span ? place - span : place;
  }

  /** The share of rises that is matched; NaN without rises. */
  public double share() {
    return rises == 0 ? Double.NaN : (double) matched / rises;
  }
}
