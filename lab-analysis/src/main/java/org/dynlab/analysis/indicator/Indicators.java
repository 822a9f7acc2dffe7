package org.dynlab.analysis.indicator;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.statistics.Correlation;
import org.dynlab.analysis.statistics.Estimate;

/**
 * The complexity of trajectories (Fu et al. 2023, arXiv:2304.12579) and simpler quantities against
 * the generalisation gap, side by side and on the same runs; nothing is partialled out.
 *
 * @param target the gap
 * @param runs how many runs have the target and all candidates
 * @param arms how many arms they are of
 * @param candidates those that any run measured, the complexity first if it was
 * @param advantage of the complexity over the best of the others; empty unless both were measured
 * @param leftOut runs that are not among the last values, with reasons
 */
public record Indicators(
    String target,
    int runs,
    int arms,
    List<Candidate> candidates,
    Optional<Advantage> advantage,
    List<LeftOut> leftOut) {
  /** Eval loss less train loss, as the instrument {@code trajectory} has it. */
  public static final String GAP = "trajectory.gap";

  /** C_T. */
  public static final String COMPLEXITY = "trajectory.complexity";

  /** What it is held against. */
  public static final List<String> COMPARATORS =
      List.of(
          "trajectory.flow",
          "movement.all.path",
          "movement.all.distance",
          "weight.all.norm",
          "train.loss");

  private static final int RESAMPLES = 2000;

  /** Copies the lists. */
  public Indicators {
    candidates = List.copyOf(candidates);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * The complexity and those of the {@link #COMPARATORS} that the sweep has measured, against the
   * gap.
   *
   * @param seed of the bootstrap
   */
  public static Indicators of(Sweep sweep, long seed) {
    return of(sweep, GAP, COMPLEXITY, COMPARATORS, seed);
  }

  /** Any column and comparators against any target. */
  public static Indicators of(
      Sweep sweep, String target, String indicator, List<String> comparators, long seed) {
    List<String> others = comparators.stream().filter(sweep::has).toList();
    List<String> columns =
        IntStream.rangeClosed(0, others.size())
            .mapToObj(i -> i == 0 ? indicator : others.get(i - 1))
            .filter(sweep::has)
            .toList();
    List<Arm> arms = sweep.arms();
    Ends ends = new Ends(arms, target, columns);
    Resampling resampling = new Resampling(ends.strata(), seed, RESAMPLES);
    List<Candidate> candidates =
        columns.stream().map(c -> candidate(c, target, arms, ends, resampling)).toList();
    Optional<Advantage> advantage =
        sweep.has(indicator)
            ? best(candidates, indicator)
                .map(best -> advantage(indicator, best, target, ends, resampling))
            : Optional.empty();
    return new Indicators(
        target, ends.runs(), ends.strata().size(), candidates, advantage, ends.leftOut());
  }

  private static Candidate candidate(
      String column, String target, List<Arm> arms, Ends ends, Resampling resampling) {
    int[] all = all(ends);
    double[] x = ends.of(column, all);
    double[] y = ends.of(target, all);
    return new Candidate(
        column,
        arms.stream().map(arm -> Within.of(arm, column, target)).toList(),
        pooled(
            Correlation.pearson(x, y), Correlation::pearsonValue, column, target, ends, resampling),
        pooled(
            Correlation.spearman(x, y),
            Correlation::spearmanValue,
            column,
            target,
            ends,
            resampling),
        Correlation.spearman(ends.armMeans(column), ends.armMeans(target)));
  }

  private static int[] all(Ends ends) {
    return IntStream.range(0, ends.runs()).toArray();
  }

  private static Pooled pooled(
      Estimate found,
      ToDoubleBiFunction<double[], double[]> coefficient,
      String column,
      String target,
      Ends ends,
      Resampling resampling) {
    double[] limits =
        resampling.interval(
            runs -> coefficient.applyAsDouble(ends.of(column, runs), ends.of(target, runs)));
    return new Pooled(found, limits[0], limits[1]);
  }

  private static Optional<String> best(List<Candidate> candidates, String indicator) {
    return candidates.stream()
        .filter(c -> !c.column().equals(indicator) && !Double.isNaN(c.spearman().value()))
        .max(Comparator.comparingDouble(c -> Math.abs(c.spearman().value())))
        .map(Candidate::column);
  }

  private static Advantage advantage(
      String column, String other, String target, Ends ends, Resampling resampling) {
    double[] limits = resampling.interval(runs -> difference(column, other, target, ends, runs));
    double difference = difference(column, other, target, ends, all(ends));
    return new Advantage(column, other, difference, limits[0], limits[1]);
  }

  private static double difference(
      String column, String other, String target, Ends ends, int[] runs) {
    double[] gap = ends.of(target, runs);
    return Math.abs(Correlation.spearmanValue(ends.of(column, runs), gap))
        - Math.abs(Correlation.spearmanValue(ends.of(other, runs), gap));
  }
}
