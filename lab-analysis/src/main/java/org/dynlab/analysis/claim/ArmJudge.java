package org.dynlab.analysis.claim;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.store.Claim;

/**
 * Judges one claim on the runs of an arm.
 *
 * <p>With k of n runs satisfied and m runs open, the claim passes if k/n reaches the share, and is
 * undecided if (k+m)/(n+m) and k/(n+m) do not fall on the same side of it, or n is 0.
 */
final class ArmJudge {
  /** k/n and a share written in decimals, such as 0.9 and 9/10, are to compare as equal. */
  private static final double ROUNDING = 1e-12;

  private final Claim claim;

  ArmJudge(Claim claim) {
    this.claim = claim;
  }

  ArmVerdict judge(Arm arm) {
    Quantity quantity = Quantity.of(claim);
    List<OptionalDouble> outcomes =
        arm.runs().stream()
            .filter(Run::counts)
            .map(quantity::of)
            .flatMap(Optional::stream)
            .toList();
    int runs = outcomes.size();
    int open = arm.runs().size() - runs;
    int satisfied = (int) outcomes.stream().filter(this::satisfies).count();
    Wilson interval = Wilson.of(satisfied, runs);
    return new ArmVerdict(
        arm.name(),
        result(satisfied, runs, open),
        Censored.of(outcomes).text(quantity.noun()),
        satisfied,
        runs,
        open,
        interval.low(),
        interval.high());
  }

  private boolean satisfies(OptionalDouble outcome) {
    return outcome.isPresent() && claim.bounds().contains(outcome.getAsDouble());
  }

  private Result result(int satisfied, int runs, int open) {
    if (runs == 0) {
      return Result.UNDECIDED;
    }
    boolean atWorst = enough(satisfied, runs + open);
    boolean atBest = enough(satisfied + open, runs + open);
    if (atWorst != atBest) {
      return Result.UNDECIDED;
    }
    return atWorst ? Result.PASS : Result.FAIL;
  }

  private boolean enough(int satisfied, int runs) {
    return (double) satisfied / runs >= claim.share() - ROUNDING;
  }
}
