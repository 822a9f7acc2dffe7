package org.dynlab.analysis.staircase;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.analysis.curve.Curve;

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

  /** Of a rank and the loss of a run. */
  static RankAndLoss of(String run, Curve ranks, LossOfRun losses) {
    Staircase rank = Staircase.of(ranks, Scale.RANK);
    Staircase loss = losses.stairs();
    Curve finite = ranks.finite();
    double first = (double) ranks.step(0);
    double last = (double) ranks.step(ranks.size() - 1);
    return new RankAndLoss(
        run,
        rank,
        loss,
        Events.of(rank, loss, first, last),
        losses.spearman(finite),
        halfLoss(loss, losses.finite()),
        nearlyFull(finite),
        finite.thinned(SHOWN),
        losses.finite().thinned(SHOWN));
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
    for (double rank : ranks.copyOfValues()) {
      highest = Math.max(highest, rank);
    }
    OptionalLong first = ranks.firstAtLeast(NEARLY * highest);
    return Censored.outcome(first);
  }
}
