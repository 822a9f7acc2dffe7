package org.dynlab.analysis.phase;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.curve.Curve;

/** Made-up curves with planted turns, on steps spread evenly over the logarithm. */
final class Shapes {
  private Shapes() {}

  /** 0 and about n - 1 further steps, as {@code logSpaced} has them. */
  static long[] logSpaced(int n, long last) {
    return LongStream.concat(
            LongStream.of(0),
            LongStream.range(0, n)
                .map(i -> Math.round(Math.exp(Math.log((double) last) * i / (n - 1)))))
        .distinct()
        .toArray();
  }

  static Curve curve(long[] steps, DoubleUnaryOperator value) {
    return new Curve(
        steps, LongStream.of(steps).mapToDouble(s -> value.applyAsDouble((double) s)).toArray());
  }

  /** A curve with normal noise of that size, correlated from point to point. */
  static Curve noisy(Curve curve, double size, double correlation, SplittableRandom random) {
    double[] noise = noise(curve.size(), correlation, random);
    return replaced(curve, i -> curve.value(i) + size * noise[i]);
  }

  /** The same with relative noise. */
  static Curve scattered(Curve curve, double size, double correlation, SplittableRandom random) {
    double[] noise = noise(curve.size(), correlation, random);
    return replaced(curve, i -> curve.value(i) * Math.exp(size * noise[i]));
  }

  private static double[] noise(int n, double correlation, SplittableRandom random) {
    double[] noise = new double[n];
    for (int i = 0; i < n; i++) {
      double fresh = random.nextGaussian();
      noise[i] =
          i == 0
              ? fresh
              : correlation * noise[i - 1] + Math.sqrt(1 - correlation * correlation) * fresh;
    }
    return noise;
  }

  private static Curve replaced(Curve curve, IntToDoubleFunction value) {
    long[] steps = IntStream.range(0, curve.size()).mapToLong(curve::step).toArray();
    return new Curve(steps, IntStream.range(0, curve.size()).mapToDouble(value).toArray());
  }

  /** A bump of height 1 about a step, that many decades wide. */
  static double bump(double step, double middle, double decades) {
    double z = Math.log10((step + 1) / (middle + 1)) / decades;
    return Math.exp(-0.5 * z * z);
  }

  static double rise(double step, double middle) {
    return 1 / (1 + Math.pow(middle / Math.max(step, 0.1), 4));
  }

  static Run run(int seed, Map<String, Curve> curves) {
    return Samples.run(seed, seed, Map.of(), RunState.COMPLETED, "", curves);
  }

  static Run run(String column, Curve curve) {
    Map<String, Curve> curves = new LinkedHashMap<>();
    curves.put(column, curve);
    return run(0, curves);
  }
}
