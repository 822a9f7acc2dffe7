package org.dynlab.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.model.Mlp;
import org.dynlab.core.model.Precision;
import org.dynlab.core.model.initialisation.XavierUniform;
import org.dynlab.core.network.Network;
import org.dynlab.core.network.StagedExamples;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Jet;
import org.dynlab.core.task.ResidualTargets;

/**
 * Times the mean squared Burgers residual u_t + u u_x − ν u_xx on random points with its gradient:
 * three hidden tanh layers, double precision. Prints one line: {@code
 * lab,burgers-points-width,median_ms,min_ms,steps}, the case named as {@code
 * bench/torch/burgers.py} names it.
 *
 * <p>Arguments: points, width, {@code wall|cpu}, steps.
 */
public final class JetBenchmark {
  private static final double VISCOSITY = 0.01 / Math.PI;

  private JetBenchmark() {}

  /** Runs one case. */
  public static void main(String[] args) {
    int points = Integer.parseInt(args[0]);
    int width = Integer.parseInt(args[1]);
    int steps = Integer.parseInt(args[3]);
    double[] milliseconds = run(points, width, args[2].equals("cpu"), steps);
    Arrays.sort(milliseconds);
    System.out.printf(
        Locale.ROOT,
        "lab,burgers-%d-3x%d,%.4f,%.4f,%d%n",
        points,
        width,
        milliseconds[steps / 2],
        milliseconds[0],
        steps);
  }

  private static double[] run(int points, int width, boolean processor, int steps) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    LongSupplier nanos = processor ? threads::getCurrentThreadCpuTime : System::nanoTime;
    Examples examples = examples(points);
    Mlp model =
        new Mlp(
            List.of(width, width, width),
            Activation.TANH,
            true,
            new XavierUniform(),
            1,
            Loss.MEAN_SQUARED_ERROR);
    Network network = model.build(examples, Precision.DOUBLE, new SeedTree(1));
    StagedExamples staged = network.stage(examples);
    double[] gradient = new double[network.layout().size()];
    double[] milliseconds = new double[steps];
    for (int step = -2 * steps; step < steps; step++) {
      long start = nanos.getAsLong();
      network.gradient(staged, 0, gradient);
      if (step >= 0) {
        milliseconds[step] = (nanos.getAsLong() - start) * 1e-6;
      }
    }
    return milliseconds;
  }

  private static Examples examples(int points) {
    Stream stream = new SeedTree(2).stream("points");
    double[] values = new double[2 * points];
    Arrays.setAll(values, i -> i % 2 == 0 ? 2 * stream.uniform() - 1 : stream.uniform());
    ResidualTargets.Term interior =
        new ResidualTargets.Term("interior", 1, (known, u, slopes) -> burgers(u, slopes));
    return new Examples(
        new DenseFeatures(values, 2),
        new ResidualTargets(
            new Jet(2, List.of(0, 1), List.of(0), false),
            List.of(interior),
            new int[points],
            new DenseFeatures(new double[points], 1),
            Double.NaN));
  }

  /** Channels u, u_x, u_t, u_xx. */
  private static double burgers(double[] u, double[] slopes) {
    slopes[0] = u[1];
    slopes[1] = u[0];
    slopes[2] = 1;
    slopes[3] = -VISCOSITY;
    return u[2] + u[0] * u[1] - VISCOSITY * u[3];
  }
}
