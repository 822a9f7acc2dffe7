package org.dynlab.analysis.claim;

import java.util.List;
import java.util.stream.Collectors;
import org.dynlab.analysis.Exclusions;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.finding.Finding;
import org.dynlab.store.claim.Claim;
import org.dynlab.store.claim.Measured.Correlation;
import org.dynlab.store.claim.Measured.Found;

/**
 * A claim judged on a sweep. It must hold on every arm it speaks of: it fails if it fails on one,
 * and is undecided if it fails on none and is undecided on one (or there is no arm).
 *
 * @param result the outcome
 * @param claim the statement in words
 * @param asked what exactly was asked of how many runs, e.g. {@code first step of eval.accuracy ≥
 *     0.9 must be in 32..50 in every run}
 * @param arms the arms in the order of the plan
 * @param exclusions the runs that do not count fully
 */
public record Verdict(
    Result result, String claim, String asked, List<ArmVerdict> arms, Exclusions exclusions) {

  /** Copies the list. */
  public Verdict {
    arms = List.copyOf(arms);
  }

  /** One verdict per claim, in their order. */
  public static List<Verdict> of(List<Claim> claims, Sweep sweep, List<Finding> findings) {
    return claims.stream().map(claim -> of(claim, sweep, findings)).toList();
  }

  /** The verdict on one claim that asks for nothing that has to be found by an analysis. */
  public static Verdict of(Claim claim, Sweep sweep) {
    return of(claim, sweep, List.of());
  }

  /** The verdict on one claim. */
  public static Verdict of(Claim claim, Sweep sweep, List<Finding> findings) {
    List<ArmVerdict> arms = arms(claim, sweep, findings);
    return new Verdict(
        together(arms), claim.that(), Wording.asked(claim), arms, sweep.exclusions());
  }

  private static List<ArmVerdict> arms(Claim claim, Sweep sweep, List<Finding> findings) {
    if (claim.measured() instanceof Found found) {
      return new FoundJudge(claim, found, findings).judge(sweep);
    }
    if (claim.measured() instanceof Correlation correlation && correlation.overRuns()) {
      return new TogetherJudge(claim, correlation).judge(sweep);
    }
    ArmJudge judge = new ArmJudge(claim, sweep);
    return sweep.arms().stream().filter(judge::concerns).map(judge::judge).toList();
  }

  private static Result together(List<ArmVerdict> arms) {
    if (arms.stream().anyMatch(arm -> arm.result() == Result.FAIL)) {
      return Result.FAIL;
    }
    boolean allPass = !arms.isEmpty() && arms.stream().allMatch(a -> a.result() == Result.PASS);
    return allPass ? Result.PASS : Result.UNDECIDED;
  }

  /** The numbers of all arms in one line, each with its share of runs. */
  public String numbers() {
    boolean single = arms.size() == 1;
    return arms.stream()
        .map(arm -> (single ? "" : arm.arm() + ": ") + arm.numbers() + "; " + arm.share())
        .collect(Collectors.joining(" | "));
  }

  /** One line for a terminal: {@code PASS statement — numbers}. */
  public String line() {
    return result + "  " + claim + " — " + numbers();
  }
}
