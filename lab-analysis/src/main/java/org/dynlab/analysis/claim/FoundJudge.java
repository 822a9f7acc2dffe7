package org.dynlab.analysis.claim;

import java.util.List;
import java.util.Optional;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.finding.Finding;
import org.dynlab.analysis.statistics.Estimate;
import org.dynlab.store.Claim;
import org.dynlab.store.Measured.Found;

/**
 * Judges a claim on a number that an analysis found of all runs of an arm together. The number
 * itself is held against the bounds, its interval is shown. Undecided while a run is open, and
 * where the number was not found.
 */
final class FoundJudge {
  private final Claim claim;
  private final Found found;
  private final List<Finding> findings;

  FoundJudge(Claim claim, Found found, List<Finding> findings) {
    this.claim = claim;
    this.found = found;
    this.findings = findings;
  }

  List<ArmVerdict> judge(Sweep sweep) {
    return sweep.arms().stream()
        .filter(arm -> arm.settings().entrySet().containsAll(claim.arm().entrySet()))
        .map(this::judge)
        .toList();
  }

  private ArmVerdict judge(Arm arm) {
    Optional<Estimate> number =
        findings.stream()
            .filter(finding -> finding.arm().equals(arm.name()))
            .flatMap(finding -> Optional.ofNullable(finding.numbers().get(found.name())).stream())
            .findFirst();
    int open = arm.runs().size() - arm.counted().size();
    Optional<Double> value = number.map(Estimate::value).filter(v -> !Double.isNaN(v));
    Result result =
        open > 0 || value.isEmpty()
            ? Result.UNDECIDED
            : claim.bounds().contains(value.get()) ? Result.PASS : Result.FAIL;
    return new ArmVerdict(
        arm.label(),
        result,
        number.map(Estimate::text).orElse("not found"),
        "over "
            + number.map(Estimate::n).orElse(0)
            + " runs together"
            + (open == 0 ? "" : ", " + open + " open"));
  }
}
