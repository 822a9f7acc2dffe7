package org.dynlab.analysis.staircase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.analysis.curve.Curve;
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
    List<String> leftOut) {

  /** Copies the lists. */
  public Staircases {
    runs = List.copyOf(runs);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * The stairs of the runs that count and measured both columns.
   *
   * @param seed of the shifts and of the bootstrap
   */
  public static Staircases of(Arm arm, String rankColumn, String lossColumn, long seed) {
    List<Run> measured = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Run run : arm.runs()) {
      Optional<Curve> rank = run.curve(rankColumn);
      Optional<Curve> loss = run.curve(lossColumn);
      if (!run.counts()) {
        leftOut.add(run.name() + ": " + run.state().words());
      } else if (rank.isEmpty() || loss.isEmpty()) {
        String missing = rank.isEmpty() ? rankColumn : lossColumn;
        leftOut.add(run.name() + ": did not measure " + missing);
      } else {
        measured.add(run);
      }
    }
    List<RankAndLoss> runs =
        measured.parallelStream().map(run -> of(run, rankColumn, lossColumn)).toList();
    double[] correlations =
        runs.stream()
            .mapToDouble(RankAndLoss::spearman)
            .filter(rho -> !Double.isNaN(rho))
            .toArray();
    return new Staircases(
        arm.name(),
        rankColumn,
        runs,
        Coincidence.of(runs.stream().map(RankAndLoss::events).toList(), seed),
        new Bootstrap(seed).mean(correlations),
        Censored.of(runs.stream().map(RankAndLoss::halfLoss).toList()),
        Censored.of(runs.stream().map(RankAndLoss::nearlyFull).toList()),
        leftOut);
  }

  private static RankAndLoss of(Run run, String rankColumn, String lossColumn) {
    return RankAndLoss.of(
        run.name(), run.curve(rankColumn).orElseThrow(), run.curve(lossColumn).orElseThrow());
  }
}
