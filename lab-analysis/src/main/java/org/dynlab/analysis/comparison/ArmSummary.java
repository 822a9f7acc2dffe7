package org.dynlab.analysis.comparison;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.comparison.survival.Survival;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.store.claim.Threshold;

/**
 * What the runs of an arm that count have in common, each quantity over the runs that measured it.
 *
 * @param arm the runs
 */
public record ArmSummary(Arm arm) {
  /**
   * Logarithms of the train loss at which what runs know is compared; Zhang et al. 2025
   * (arXiv:2505.11411) speak of such states of low loss.
   */
  public static final List<Double> LOG_LOSSES = List.of(-2.0, -4.0, -6.0, -8.0);

  private static final Passage GROKKING = new Passage(Milestone.MEMORISED, Milestone.GENERALISED);
  private static final Passage EARLIEST = new Passage(Milestone.MEMORISED, Milestone.UNDERSTOOD);

  /** When its runs reach that threshold. */
  public Survival survival(Threshold threshold) {
    return Survival.of(arm, threshold);
  }

  /** How many of the runs that count diverged. */
  public long diverged() {
    return arm.counted().stream().filter(run -> run.state() == RunState.DIVERGED).count();
  }

  /** The grokking gap: steps from train ≥ 0.99 to eval ≥ 0.99 (arXiv 2608.01833). */
  public Censored gap() {
    return ofBoth(GROKKING::gap);
  }

  /** The delay: step of eval ≥ 0.9 divided by step of train ≥ 0.99. */
  public Censored delay() {
    return ofBoth(EARLIEST::delay);
  }

  private Censored ofBoth(Function<Run, Optional<OptionalDouble>> outcome) {
    return Censored.of(arm.counted().stream().map(outcome).flatMap(Optional::stream).toList());
  }

  /** Last L2 norms of all parameters. */
  public Censored finalNorm() {
    return of(RunMeasures::finalNorm);
  }

  /** Lowest eval accuracies once 0.9 had been reached, of the runs that reached it. */
  public Censored lowestAfterUnderstanding() {
    return of(run -> RunMeasures.lowestAfter(Milestone.UNDERSTOOD, run));
  }

  /** Eval accuracies at the first step at which the train loss was at most that. */
  public Censored accuracyAtLoss(double loss) {
    return of(run -> RunMeasures.accuracyAtLoss(loss, run));
  }

  /** Numbers of tenfold rises of the train loss. */
  public Censored lossSpikes() {
    return of(RunMeasures::lossSpikes);
  }

  /** Seconds of wall clock per run, instruments included. */
  public Censored wallSeconds() {
    return of(RunMeasures::wallSeconds);
  }

  /** Milliseconds per step, instruments not included. */
  public Censored millisPerStep() {
    return of(RunMeasures::millisPerStep);
  }

  private Censored of(Function<Run, OptionalDouble> measure) {
    List<OptionalDouble> measured =
        arm.counted().stream().map(measure).filter(OptionalDouble::isPresent).toList();
    return Censored.of(measured);
  }
}
