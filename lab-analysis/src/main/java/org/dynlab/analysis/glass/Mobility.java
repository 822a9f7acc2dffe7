package org.dynlab.analysis.glass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.MedianInterval;

/**
 * How parameters move, decade by decade of steps, from the columns {@code movement.all.*}:
 *
 * <pre>
 * displacement   exponent γ of ‖θ_t - θ_0‖² ~ t^γ: 2 straight on, 1 diffusion, below 1 caged
 * update         exponent of ‖u_t‖ ~ t^δ: negative where the motion dies down
 * straightness   ‖θ_t - θ_0‖ over the length of the way, at the last step of the decade
 * </pre>
 *
 * <p>Exponents are slopes of least squares of the logarithms, every piece of ln t with its width as
 * weight, over at least {@value #LEAST_POINTS} points. The displacement is from step 0: one from a
 * later step (aging) cannot be had of these columns, nor can overlaps between replicas.
 *
 * @param decades ascending; those of which at least one run has a number
 * @param leftOut runs without any, with reasons
 */
public record Mobility(List<Decade> decades, List<LeftOut> leftOut) {
  private static final int LEAST_POINTS = 3;
  private static final long BASE = 10;
  private static final String DISTANCE = "movement.all.distance";

  /** Copies the lists. */
  public Mobility {
    decades = List.copyOf(decades);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Steps from {@code from} to {@code to}, both included.
   *
   * @param displacement γ over runs
   * @param update δ over runs
   * @param straightness in [0, 1] over runs
   */
  public record Decade(
      long from,
      long to,
      MedianInterval displacement,
      MedianInterval update,
      MedianInterval straightness) {}

  /** Of the runs of an arm that count. */
  public static Mobility of(Arm arm) {
    List<LeftOut> leftOut = new ArrayList<>(LeftOut.notCounted(arm));
    List<Run> runs = new ArrayList<>();
    for (Run run : arm.counted()) {
      if (run.curve(DISTANCE).isPresent()) {
        runs.add(run);
      } else {
        leftOut.add(new LeftOut(run.name(), DISTANCE + " was not measured"));
      }
    }
    long last = runs.stream().mapToLong(Run::steps).max().orElse(0);
    List<Decade> decades = new ArrayList<>();
    for (long from = 1; from <= last; from *= BASE) {
      Decade decade = decade(runs, from, from * BASE);
      if (decade.displacement().runs() > 0) {
        decades.add(decade);
      }
    }
    return new Mobility(decades, leftOut);
  }

  private static Decade decade(List<Run> runs, long from, long to) {
    return new Decade(
        from,
        to,
        over(runs, run -> 2 * exponent(run, DISTANCE, from, to)),
        over(runs, run -> exponent(run, "movement.all.update", from, to)),
        over(runs, run -> straightness(run, to)));
  }

  private static MedianInterval over(List<Run> runs, ToDoubleFunction<Run> number) {
    return MedianInterval.of(runs.stream().mapToDouble(number).filter(Double::isFinite).toArray());
  }

  private static double exponent(Run run, String column, long from, long to) {
    return run.curve(column)
        .map(c -> c.where(v -> v > 0 && Double.isFinite(v)).from(from).upTo(to))
        .filter(c -> c.size() >= LEAST_POINTS)
        .map(Mobility::slope)
        .orElse(Double.NaN);
  }

  private static double slope(Curve curve) {
    Decay points = new Decay(curve, 0);
    double[] sums = new double[5];
    for (int i = 0; i < points.size(); i++) {
      double x = Math.log(points.time(i));
      double y = Math.log(points.value(i));
      Cholesky.addTo(sums, points.weight(i), new double[] {1, x, y, x * x, x * y});
    }
    return (sums[0] * sums[4] - sums[1] * sums[2]) / (sums[0] * sums[3] - sums[1] * sums[1]);
  }

  private static double straightness(Run run, long to) {
    Optional<Curve> way = run.curve("movement.all.path").map(c -> c.upTo(to));
    double distance = run.curve(DISTANCE).map(c -> c.upTo(to)).get().last().orElse(Double.NaN);
    return way.map(Curve::last).map(w -> distance / w.orElse(Double.NaN)).orElse(Double.NaN);
  }
}
