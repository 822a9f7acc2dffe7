package org.dynlab.analysis.claim;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.analysis.statistics.Wilson;
import org.dynlab.store.claim.Claim;

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
  private final Quantity quantity;

  ArmJudge(Claim claim, Sweep sweep) {
    this.claim = claim;
    this.quantity = Quantity.of(claim, sweep);
  }

  /** Whether the claim speaks of that arm: the one others are held against is not meant. */
  boolean concerns(Arm arm) {
    Set<Map.Entry<String, String>> settings = arm.settings().entrySet();
    boolean itsOwnMeasure =
        !claim.against().isEmpty() && settings.containsAll(claim.against().entrySet());
    return settings.containsAll(claim.arm().entrySet()) && !itsOwnMeasure;
  }

  ArmVerdict judge(Arm arm) {
    List<OptionalDouble> outcomes =
        arm.runs().stream()
            .filter(Run::counts)
            .map(quantity::of)
            .flatMap(Optional::stream)
            .toList();
    int runs = outcomes.size();
    int open = arm.runs().size() - runs;
    int satisfied = (int) outcomes.stream().filter(this::satisfies).count();
    return new ArmVerdict(
        arm.label(),
        result(satisfied, runs, open),
        Censored.of(outcomes).text(quantity.noun()),
        share(satisfied, runs, open));
  }

  /** e.g. {@code 5/5 runs [0.57, 1.00]}, with {@code 1 open} where runs lack an outcome. */
  private static String share(int satisfied, int runs, int open) {
    Wilson wilson = Wilson.of(satisfied, runs);
    String interval = String.format(Locale.ROOT, " [%.2f, %.2f]", wilson.low(), wilson.high());
    return satisfied
        + "/"
        + runs
        + (runs == 1 ? " run" : " runs")
        + (runs == 0 ? "" : interval)
        + (open == 0 ? "" : ", " + open + " open");
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
