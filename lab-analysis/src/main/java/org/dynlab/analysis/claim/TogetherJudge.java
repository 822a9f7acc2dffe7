package org.dynlab.analysis.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.statistics.Correlation;
import org.dynlab.analysis.statistics.Estimate;
import org.dynlab.analysis.statistics.Interval;
import org.dynlab.store.claim.Claim;
import org.dynlab.store.claim.Measured;

/**
 * Judges a claim on all runs of its arms together: the rank correlation of two columns' last
 * values. Undecided while a run is open.
 */
final class TogetherJudge {
  private final Claim claim;
  private final Measured.Correlation correlation;

  TogetherJudge(Claim claim, Measured.Correlation correlation) {
    this.claim = claim;
    this.correlation = correlation;
  }

  List<ArmVerdict> judge(Sweep sweep) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    int open = 0;
    for (Arm arm : sweep.arms()) {
      if (arm.settings().entrySet().containsAll(claim.arm().entrySet())) {
        for (Run run : arm.runs()) {
          OptionalDouble a = last(run, correlation.column());
          OptionalDouble b = last(run, correlation.with());
          if (a.isPresent() && b.isPresent()) {
            x.add(a.getAsDouble());
            y.add(b.getAsDouble());
          } else {
            open++;
          }
        }
      }
    }
    return x.isEmpty() && open == 0 ? List.of() : List.of(verdict(x, y, open));
  }

  private static OptionalDouble last(Run run, String column) {
    Optional<Curve> curve = run.counts() ? run.curve(column) : Optional.empty();
    return curve.map(c -> c.finite().last()).orElse(OptionalDouble.empty());
  }

  private ArmVerdict verdict(List<Double> x, List<Double> y, int open) {
    Estimate found = Correlation.spearman(values(x), values(y));
    Result held = claim.bounds().contains(found.value()) ? Result.PASS : Result.FAIL;
    String runs = "over " + x.size() + " runs together" + (open == 0 ? "" : ", " + open + " open");
    return new ArmVerdict(
        "all", open == 0 && x.size() > 1 ? held : Result.UNDECIDED, words(found), runs);
  }

  /** e.g. {@code ρ = 0.33 [-0.50, 0.85]}. */
  private static String words(Estimate found) {
    String rho = String.format(Locale.ROOT, "ρ = %.2f", found.value());
    Interval interval = found.interval();
    return interval.exists()
        ? rho + String.format(Locale.ROOT, " [%.2f, %.2f]", interval.low(), interval.high())
        : rho;
  }

  private static double[] values(List<Double> from) {
    return from.stream().mapToDouble(v -> v).toArray();
  }
}
