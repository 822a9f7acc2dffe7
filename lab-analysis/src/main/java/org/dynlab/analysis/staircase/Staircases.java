package org.dynlab.analysis.staircase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.analysis.statistics.Bootstrap;
import org.dynlab.analysis.statistics.Estimate;

/**
 * The stairs of the runs of an arm, in a rank and in a loss (Yang, Zhao and Zhu, arXiv:2412.05144,
 * say that they come together).
 *
 * <p>The correlation has no interval within a run, whose steps are not independent; over runs it
 * has.
 *
 * @param arm its name
 * @param rank column of the rank
 * @param runs those that measured both, in the order of the plan
 * @param coincidence of rank and loss, all runs together
 * @param spearman mean over runs of Spearman's correlation of loss and rank, bootstrapped over runs
 * @param halfLoss first steps at which the loss has halved
 * @param nearlyFull first steps at which the rank is 95 % of its highest
 * @param leftOut runs that are not among them, each with its reason
 */
public record Staircases(
    String arm,
    String rank,
    List<RankAndLoss> runs,
    Coincidence coincidence,
    Estimate spearman,
    Censored halfLoss,
    Censored nearlyFull,
    List<LeftOut> leftOut) {

  /** Copies the lists. */
  public Staircases {
    runs = List.copyOf(runs);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * The stairs of the runs that count and measured both columns, rank by rank.
   *
   * @param seed of the shifts and of the bootstrap
   */
  public static List<Staircases> of(
      Arm arm, List<String> rankColumns, String lossColumn, long seed) {
    Map<String, LossOfRun> losses =
        arm.counted().parallelStream()
            .filter(run -> run.curve(lossColumn).isPresent())
            .collect(
                Collectors.toConcurrentMap(
                    Run::name, run -> new LossOfRun(run.curve(lossColumn).orElseThrow())));
    return rankColumns.stream().map(rank -> of(arm, rank, lossColumn, losses, seed)).toList();
  }

  private static Staircases of(
      Arm arm, String rankColumn, String lossColumn, Map<String, LossOfRun> losses, long seed) {
    List<Run> measured = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (Run run : arm.runs()) {
      boolean hasRank = run.curve(rankColumn).isPresent();
      if (!run.counts()) {
        leftOut.add(new LeftOut(run.name(), run.state().words()));
      } else if (!hasRank || !losses.containsKey(run.name())) {
        leftOut.add(
            new LeftOut(run.name(), "did not measure " + (hasRank ? lossColumn : rankColumn)));
      } else {
        measured.add(run);
      }
    }
    return of(
        arm.name(),
        rankColumn,
        measured.parallelStream()
            .map(
                run ->
                    RankAndLoss.of(
                        run.name(), run.curve(rankColumn).orElseThrow(), losses.get(run.name())))
            .toList(),
        leftOut,
        seed);
  }

  private static Staircases of(
      String arm, String rank, List<RankAndLoss> runs, List<LeftOut> leftOut, long seed) {
    double[] correlations =
        runs.stream()
            .mapToDouble(RankAndLoss::spearman)
            .filter(rho -> !Double.isNaN(rho))
            .toArray();
    return new Staircases(
        arm,
        rank,
        runs,
        Coincidence.of(runs.stream().map(RankAndLoss::events).toList(), seed),
        new Bootstrap(seed).mean(correlations),
        Censored.of(runs.stream().map(RankAndLoss::halfLoss).toList()),
        Censored.of(runs.stream().map(RankAndLoss::nearlyFull).toList()),
        leftOut);
  }
}
