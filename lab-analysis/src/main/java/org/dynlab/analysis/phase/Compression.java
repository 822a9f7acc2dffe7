package org.dynlab.analysis.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.MedianInterval;

/**
 * Compression of I(X;T) of one layer by one estimator: peak less end, over the runs of an arm. Peak
 * less end is positive for noise alone, so look at how many runs turn ({@link #turned}) and at the
 * {@link Contrast} with a control.
 *
 * @param column of the estimates
 * @param runs one entry per run that measured it
 * @param leftOut runs without, with reasons
 */
public record Compression(String column, List<RunCompression> runs, List<LeftOut> leftOut) {

  /** Copies the lists. */
  public Compression {
    runs = List.copyOf(runs);
    leftOut = List.copyOf(leftOut);
  }

  static Compression of(Arm arm, String column) {
    List<RunCompression> runs = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    Turning turn = new Turning("t_IB", column, true);
    for (Run run : arm.counted()) {
      Optional<Curve> measured = Fitting.measured(run, column);
      if (measured.isEmpty()) {
        leftOut.add(new LeftOut(run.name(), column + " was not measured"));
        continue;
      }
      Smoothed curve = Smoothed.of(measured.get());
      RunCompression found =
          new RunCompression(
              run.name(),
              run.seed(),
              curve.value(curve.highest(0)),
              curve.value(curve.size() - 1),
              curve.noise(),
              turn.of(run).step().isPresent());
      if (found.peak() > 0) {
        runs.add(found);
      } else {
        leftOut.add(new LeftOut(run.name(), "never above 0 bits"));
      }
    }
    return new Compression(column, runs, leftOut);
  }

  /** How many runs rise and fall again beyond noise. */
  public int turned() {
    return (int) runs.stream().filter(RunCompression::turned).count();
  }

  /** Median drop, in bits. */
  public MedianInterval drop() {
    return MedianInterval.of(runs.stream().mapToDouble(RunCompression::drop).toArray());
  }

  /** Median drop as a share of the peak. */
  public MedianInterval share() {
    return MedianInterval.of(runs.stream().mapToDouble(RunCompression::share).toArray());
  }

  /** Mean drop over its standard deviation between runs; NaN for fewer than two runs. */
  public double effect() {
    Moments moments = Moments.of(runs.stream().mapToDouble(RunCompression::drop).toArray());
    return moments.mean() / moments.deviation();
  }
}
