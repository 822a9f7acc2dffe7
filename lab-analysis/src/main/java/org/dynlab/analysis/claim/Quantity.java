package org.dynlab.analysis.claim;

import java.util.Optional;
import java.util.OptionalDouble;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.PairedCurves;
import org.dynlab.analysis.statistics.Correlation;
import org.dynlab.store.claim.Claim;
import org.dynlab.store.claim.Measured;
import org.dynlab.store.claim.Threshold;

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
  static Quantity of(Claim claim, Sweep sweep) {
    Quantity own = of(claim.measured());
    return claim.against().isEmpty() ? own : new Versus(own, new Partners(claim, sweep));
  }

  private static Quantity of(Measured measured) {
    if (measured instanceof Measured.FinalValue last) {
      return new LastValue(last.column());
    } else if (measured instanceof Measured.ValueAt value) {
      return new ValueAt(value.column(), value.step());
    } else if (measured instanceof Measured.Rise rise) {
      return new Most(rise.column(), true);
    } else if (measured instanceof Measured.Fall fall) {
      return new Most(fall.column(), false);
    } else if (measured instanceof Measured.Correlation correlation) {
      return new OverSteps(correlation.column(), correlation.with());
    }
    Measured.FirstStep first = (Measured.FirstStep) measured;
    return first
        .over()
        .<Quantity>map(over -> new Ratio(first.to(), over))
        .orElse(new FirstStep(first.to()));
  }

  /** First step at which the threshold is reached. */
  record FirstStep(Threshold to) implements Quantity {
    @Override
    public Optional<OptionalDouble> of(Run run) {
      return run.curve(to.column()).map(curve -> Censored.outcome(curve.firstWhere(to::reachedBy)));
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

    @Override
    public String noun() {
      return "ratio ";
    }
  }

  /** The last measured value of a column, NaN included. */
  record LastValue(String column) implements Quantity {
    @Override
    public Optional<OptionalDouble> of(Run run) {
      return run.curve(column).map(curve -> curve.last());
    }

    @Override
    public String noun() {
      return "";
    }
  }

  /** The value of a column at a step or at the last measured step before it; NaN included. */
  record ValueAt(String column, long step) implements Quantity {
    @Override
    public Optional<OptionalDouble> of(Run run) {
      return run.curve(column).map(curve -> curve.upTo(step).last());
    }

    @Override
    public String noun() {
      return "";
    }
  }

  /** The largest value of a column less its first or its last, of those that are finite. */
  record Most(String column, boolean lessFirst) implements Quantity {
    @Override
    public Optional<OptionalDouble> of(Run run) {
      return run.curve(column).map(Curve::finite).filter(c -> c.size() > 0).map(this::difference);
    }

    private OptionalDouble difference(Curve curve) {
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < curve.size(); i++) {
        most = Math.max(most, curve.value(i));
      }
      return OptionalDouble.of(most - curve.value(lessFirst ? 0 : curve.size() - 1));
    }

    @Override
    public String noun() {
      return "";
    }
  }

  /** Spearman's rank correlation over the steps at which both columns are finite. */
  record OverSteps(String column, String with) implements Quantity {
    @Override
    public Optional<OptionalDouble> of(Run run) {
      return run.curve(column)
          .flatMap(a -> run.curve(with).map(b -> correlation(a.finite(), b.finite())));
    }

    private static OptionalDouble correlation(Curve a, Curve b) {
      PairedCurves pairs = new PairedCurves(a, b);
      return OptionalDouble.of(Correlation.spearmanValue(pairs.first(), pairs.second()));
    }

    @Override
    public String noun() {
      return "ρ ";
    }
  }

  /**
   * A run's number divided by that of its partner in another arm. Without a partner that counts
   * there is no outcome. A partner that never gets there makes the ratio 0 (it would be smaller
   * than any), a run that never does makes it never.
   */
  record Versus(Quantity own, Partners partners) implements Quantity {
    @Override
    public Optional<OptionalDouble> of(Run run) {
      Optional<OptionalDouble> other = partners.of(run).flatMap(own::of);
      return own.of(run).flatMap(a -> other.map(b -> ratio(a, b)));
    }

    private static OptionalDouble ratio(OptionalDouble own, OptionalDouble other) {
      return own.isPresent() && other.isEmpty() ? OptionalDouble.of(0) : divide(own, other);
    }

    @Override
    public String noun() {
      return "ratio ";
    }
  }

  private static OptionalDouble divide(OptionalDouble above, OptionalDouble below) {
    return above.isPresent() && below.isPresent()
        ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble())
        : OptionalDouble.empty();
  }
}
