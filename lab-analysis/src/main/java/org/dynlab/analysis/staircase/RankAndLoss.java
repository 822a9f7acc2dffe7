package org.dynlab.analysis.staircase;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.PairedCurves;
import org.dynlab.analysis.statistics.Correlation;

/**
 * The stairs of one run.
 *
 * @param run its name
 * @param rank the stairs of the rank
 * @param loss the stairs of the natural logarithm of the loss
 * @param events when rank rose and loss dropped
 * @param spearman rank correlation of loss and rank over the steps at which both were measured (the
 *     logarithm changes no rank); NaN if one does not vary
 * @param halfLoss first step at which the loss is below half of its first plateau, or of its first
 *     value if it has no jump; empty if it never is
 * @param nearlyFull first step at which the rank is at least 95 % of the highest it reaches; empty
 *     without a finite rank
 * @param ranks the finite ranks, thinned to what a picture shows
 * @param losses the finite losses, thinned like these
 */
public record RankAndLoss(
    String run,
    Staircase rank,
    Staircase loss,
    Events events,
    double spearman,
    OptionalDouble halfLoss,
    OptionalDouble nearlyFull,
    Curve ranks,
    Curve losses) {
  private static final double NEARLY = 0.95;
  private static final int SHOWN = 300;

  /** Of the two curves of a run. */
  static RankAndLoss of(String run, Curve ranks, Curve losses) {
    Staircase rank = Staircase.of(ranks, Scale.RANK);
    Staircase loss = Staircase.of(logarithms(losses), Scale.LOG_LOSS);
    Curve finite = ranks.finite();
    double first = (double) ranks.step(0);
    double last = (double) ranks.step(ranks.size() - 1);
    return new RankAndLoss(
        run,
        rank,
        loss,
        Events.of(rank, loss, first, last),
        correlation(finite, losses.finite()),
        halfLoss(loss, losses.finite()),
        nearlyFull(finite),
        finite.thinned(SHOWN),
        losses.finite().thinned(SHOWN));
  }

  /** NaN for a loss that has no logarithm. */
  private static Curve logarithms(Curve losses) {
    long[] steps = new long[losses.size()];
    double[] logs = new double[losses.size()];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = losses.step(i);
      logs[i] = Math.log(losses.value(i));
    }
    return new Curve(steps, logs);
  }

  private static OptionalDouble halfLoss(Staircase loss, Curve losses) {
    if (losses.size() == 0) {
      return OptionalDouble.empty();
    }
    Optional<Plateau> first =
        loss.jumps().isEmpty() ? Optional.empty() : Optional.of(loss.plateaus().get(0));
    double level = first.map(p -> Math.exp(p.level())).orElse(losses.value(0));
    Curve after = first.map(p -> losses.from((long) Math.floor(p.from()))).orElse(losses);
    return Censored.outcome(after.firstWhere(value -> value < level / 2));
  }

  private static OptionalDouble nearlyFull(Curve ranks) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < ranks.size(); i++) {
      highest = Math.max(highest, ranks.value(i));
    }
    OptionalLong first = ranks.firstAtLeast(NEARLY * highest);
    return Censored.outcome(first);
  }

  private static double correlation(Curve ranks, Curve losses) {
    PairedCurves pairs = new PairedCurves(ranks, losses);
    return Correlation.spearmanValue(pairs.first(), pairs.second());
  }
}
