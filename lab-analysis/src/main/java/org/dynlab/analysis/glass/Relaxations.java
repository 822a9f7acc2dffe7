package org.dynlab.analysis.glass;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.Decimals;
import org.dynlab.analysis.curve.MedianInterval;

/**
 * How one quantity relaxes in the runs of an arm: stretched exponential, exponential and power law
 * fitted to every run, points weighted so that every decade of steps counts alike.
 *
 * <p>No law is fitted to a run that has fewer than {@value #LEAST_POINTS} finite points, spans less
 * than {@value #LEAST_DECADES} decade of time, has too few points of equal weight for four
 * parameters, or is told about as well by a constant: AICc at most {@value #SUPPORT} larger than
 * that of the best law. Such runs are listed.
 *
 * @param observable what relaxes
 * @param runs one entry per run that was fitted
 * @param leftOut the others, with reasons
 */
public record Relaxations(Observable observable, List<RunRelaxation> runs, List<LeftOut> leftOut) {
  private static final int LEAST_POINTS = 8;
  private static final double LEAST_DECADES = 1;
  private static final double LEAST_EFFECTIVE = 7;
  private static final double SUPPORT = 10;

  /** Copies the lists. */
  public Relaxations {
    runs = List.copyOf(runs);
    leftOut = List.copyOf(leftOut);
  }

  /** Fits the runs of an arm that count. */
  public static Relaxations of(Arm arm, Observable observable) {
    List<LeftOut> leftOut = new ArrayList<>(LeftOut.notCounted(arm));
    List<RunRelaxation> fitted = new ArrayList<>();
    for (Attempt attempt :
        arm.counted().parallelStream().map(run -> attempt(run, observable)).toList()) {
      attempt.fitted.ifPresent(fitted::add);
      attempt.leftOut.ifPresent(leftOut::add);
    }
    return new Relaxations(observable, fitted, leftOut);
  }

  /** One run's fits, or why it has none. */
  private record Attempt(Optional<RunRelaxation> fitted, Optional<LeftOut> leftOut) {
    static Attempt without(Run run, String reason) {
      return new Attempt(Optional.empty(), Optional.of(new LeftOut(run.name(), reason)));
    }
  }

  private static Attempt attempt(Run run, Observable observable) {
    Optional<Curve> curve = observable.in(run);
    if (curve.isEmpty()) {
      return Attempt.without(run, observable.column() + " was not measured");
    }
    Decay data = new Decay(curve.get(), observable.origin());
    String refusal = refusal(data);
    if (!refusal.isEmpty()) {
      return Attempt.without(run, refusal);
    }
    List<Relaxation> fits = fits(data);
    return fits.get(0).aicc() + SUPPORT >= Akaike.ofConstant(data)
        ? Attempt.without(run, "does not relax: a constant tells it about as well")
        : new Attempt(
            Optional.of(
                new RunRelaxation(run.name(), run.seed(), data.size(), data.lastTime(), fits)),
            Optional.empty());
  }

  private static String refusal(Decay data) {
    if (data.size() < LEAST_POINTS) {
      return data.size() + " finite points after the origin, needs at least " + LEAST_POINTS;
    }
    if (data.decades() < LEAST_DECADES) {
      return "spans "
          + Decimals.plain(data.decades())
          + " decades of time, needs at least "
          + Decimals.plain(LEAST_DECADES);
    }
    return data.effective() <= LEAST_EFFECTIVE
        ? "measured too unevenly: tells as much as "
            + Decimals.plain(data.effective())
            + " points spread evenly over decades, needs more than "
            + Decimals.plain(LEAST_EFFECTIVE)
        : "";
  }

  private static List<Relaxation> fits(Decay data) {
    return Stream.of(Law.values())
        .map(law -> Fit.of(law, data))
        .sorted(Comparator.comparingDouble(Relaxation::aicc))
        .toList();
  }

  /** Median τ of a law over runs, in steps; runs where it ended at a bound are left out. */
  public MedianInterval tau(Law law) {
    return MedianInterval.of(determined(law).mapToDouble(f -> f.tau().value()).toArray());
  }

  /** Median β of a law over runs; runs where it ended at a bound are left out. */
  public MedianInterval beta(Law law) {
    return MedianInterval.of(determined(law).mapToDouble(f -> f.beta().value()).toArray());
  }

  private Stream<Relaxation> determined(Law law) {
    return runs.stream().map(run -> run.of(law)).filter(fit -> !fit.atBound());
  }

  /** How many runs that law tells best, by the criterion. */
  public int best(Law law) {
    return (int) runs.stream().filter(run -> run.best().law() == law).count();
  }

  /** Runs in which a parameter of that law is not determined. */
  public List<LeftOut> undetermined(Law law) {
    return runs.stream()
        .filter(run -> run.of(law).atBound())
        .map(run -> new LeftOut(run.run(), "τ or β at the edge of what is allowed"))
        .toList();
  }
}
