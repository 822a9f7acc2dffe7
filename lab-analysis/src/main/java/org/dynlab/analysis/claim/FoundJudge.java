package org.dynlab.analysis.claim;

import java.util.List;
import java.util.Optional;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.finding.Finding;
import org.dynlab.analysis.finding.FoundNames;
import org.dynlab.analysis.finding.FoundNumber;
import org.dynlab.analysis.statistics.Estimate;
import org.dynlab.store.claim.Claim;
import org.dynlab.store.claim.Measured.Found;

/**
 * Judges a claim on a number that an analysis found of all runs of an arm together, or of all arms.
 * The number itself is held against the bounds, its interval is shown. Undecided while a run is
 * open, and where the number was not found; what never comes (an infinite median) is within no
 * bounds.
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
    if (FoundNames.overArms(found.kind())) {
      int open = sweep.arms().stream().mapToInt(FoundJudge::open).sum();
      return List.of(judge(Finding.ALL, Finding.ALL, open));
    }
    return sweep.arms().stream()
        .filter(arm -> arm.settings().entrySet().containsAll(claim.arm().entrySet()))
        .map(arm -> judge(arm.name(), arm.label(), open(arm)))
        .toList();
  }

  private static int open(Arm arm) {
    return arm.runs().size() - arm.counted().size();
  }

  private ArmVerdict judge(String arm, String label, int open) {
    Optional<Estimate> number =
        findings.stream()
            .flatMap(finding -> finding.numbers().stream())
            .filter(one -> one.arm().equals(arm) && one.name().equals(name()))
            .map(FoundNumber::value)
            .findFirst();
    Optional<Double> value = number.map(Estimate::value).filter(v -> !Double.isNaN(v));
    Result result =
        open > 0 || value.isEmpty()
            ? Result.UNDECIDED
            : Double.isFinite(value.get()) && claim.bounds().contains(value.get())
                ? Result.PASS
                : Result.FAIL;
    return new ArmVerdict(
        label,
        result,
        number.map(Estimate::text).orElse("not found"),
        "over "
            + number.map(Estimate::n).orElse(0)
            + " runs together"
            + (open == 0 ? "" : ", " + open + " open"));
  }

  private String name() {
    return found.kind() + found.column().map(column -> " of " + column).orElse("");
  }
}
