package org.dynlab.analysis.claim;

import java.util.Optional;
import java.util.OptionalDouble;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.store.Claim;
import org.dynlab.store.Claim.Threshold;

/** The one number of a run that a claim is about. */
interface Quantity {

  /**
   * Outer empty: the run did not measure what the claim asks for, so it has no outcome. Inner
   * empty: never reached, which satisfies no bounds.
   */
  Optional<OptionalDouble> of(Run run);

  /** What a single value is called before its number, e.g. {@code step }. */
  String noun();

  /** The quantity a claim is about. */
  static Quantity of(Claim claim) {
    if (claim.finalColumn().isPresent()) {
      return new LastValue(claim.finalColumn().get());
    }
    Threshold to = claim.stepsTo().orElseThrow();
    return claim.over().<Quantity>map(over -> new Ratio(to, over)).orElse(new FirstStep(to));
  }

  /** First step at which the column is at or above the value. */
  record FirstStep(Threshold to) implements Quantity {
    @Override
    public Optional<OptionalDouble> of(Run run) {
      return run.curve(to.column()).map(curve -> Censored.outcome(curve.firstAtLeast(to.value())));
    }

    @Override
    public String noun() {
      return "step ";
    }
  }

  /**
   * First step of {@code to} divided by the first step of {@code over}; infinite if {@code over} is
   * reached at step 0 and {@code to} later, NaN (which satisfies no bounds) if both are, never if
   * one of them never is.
   */
  record Ratio(Threshold to, Threshold over) implements Quantity {
    @Override
    public Optional<OptionalDouble> of(Run run) {
      Optional<OptionalDouble> above = new FirstStep(to).of(run);
      Optional<OptionalDouble> below = new FirstStep(over).of(run);
      return above.flatMap(a -> below.map(b -> divide(a, b)));
    }

    private static OptionalDouble divide(OptionalDouble above, OptionalDouble below) {
      return above.isPresent() && below.isPresent()
          ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble())
          : OptionalDouble.empty();
    }

    @Override
    public String noun() {
      return "ratio ";
    }
  }

  /** The last measured value of a column, NaN included. */
  record LastValue(String column) implements Quantity {
    @Override
    public Optional<OptionalDouble> of(Run run) {
      return run.curve(column).map(Curve::last);
    }

    @Override
    public String noun() {
      return "";
    }
  }
}
