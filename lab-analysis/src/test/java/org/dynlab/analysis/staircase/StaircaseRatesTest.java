package org.dynlab.analysis.staircase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dynlab.analysis.statistics.SeedStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often stairs are found where there are none, and how often where there are. */
class StaircaseRatesTest {
  /** Ranges are 10; shapes are drawn, the time is from 0 to 1. */
  private static final List<Function<SplittableRandom, DoubleUnaryOperator>> SMOOTH =
      List.of(
          r -> x -> 0,
          r -> x -> 10 * x,
          r -> x -> 10 * Math.sqrt(x),
          r -> exponential(Math.pow(10, -2 + 2 * r.nextDouble())),
          r -> power(0.2 + 1.5 * r.nextDouble()),
          r -> x -> -Math.log1p(1000 * x) / Math.log1p(1000) * 10,
          r -> sigmoid(0.3 + 0.4 * r.nextDouble(), 2 + 6 * r.nextDouble()));

  private static DoubleUnaryOperator exponential(double time) {
    return x -> 10 * Math.exp(-x / time);
  }

  private static DoubleUnaryOperator power(double exponent) {
    return x -> 10 * Math.pow(1 + 1000 * x, -exponent);
  }

  /** Its end nearer to the middle is that many scales away. */
  private static DoubleUnaryOperator sigmoid(double middle, double scales) {
    double scale = Math.min(middle, 1 - middle) / scales;
    return x -> 10 / (1 + Math.exp(-(x - middle) / scale));
  }

  private static Staircase find(
      Function<SplittableRandom, DoubleUnaryOperator> family,
      long[] steps,
      double noise,
      double phi,
      int k) {
    DoubleUnaryOperator shape = family.apply(SeedStream.of(12, k));
    return Staircase.of(Waves.noisy(shape, steps, noise, phi, k), Scale.LOG_LOSS);
  }

  /** Curves in which a jump is found, of as many of each family. */
  private static long alarms(long[] steps, double noise, double phi, int each) {
    return SMOOTH.stream()
        .mapToLong(
            family ->
                IntStream.range(0, each)
                    .parallel()
                    .filter(k -> !find(family, steps, noise, phi, k).jumps().isEmpty())
                    .count())
        .sum();
  }

  @ParameterizedTest
  @CsvSource({"false, 0", "false, 0.5", "false, 0.9", "true, 0", "true, 0.5", "true, 0.9"})
  void smoothCurvesHaveNoJump(boolean log, double phi) {
    long[] steps = Waves.steps(120, log);
    long alarms = 0;
    for (double noise : new double[] {0, 0.03, 0.3, 1, 3}) {
      alarms += alarms(steps, noise, phi, 12);
    }
    assertThat(alarms).isLessThanOrEqualTo(4);
  }

  /**
   * At most one curve in fifty for any size and colour of the noise, one in 500 over all; 12 600
   * curves in all.
   */
  @Test
  @Tag("slow")
  void fewerThanOneSmoothCurveInAHundredHasAJump() {
    long jumps = 0;
    for (boolean log : new boolean[] {false, true}) {
      for (double phi : new double[] {0, 0.5, 0.9}) {
        for (double noise : new double[] {0, 0.03, 0.3, 1, 3}) {
          long alarms = alarms(Waves.steps(200, log), noise, phi, 60);
          assertThat(alarms).as("log %s, φ %s, noise %s", log, phi, noise).isLessThan(9);
          jumps += alarms;
        }
      }
    }
    assertThat(jumps / 12_600.0).isLessThan(0.002);
  }

  /**
   * Three jumps of 3, 3 and 4, white noise: shares of 50 curves in which exactly they are found.
   */
  @ParameterizedTest
  @CsvSource({
    "false, 80,  0.03, 0.9",
    "false, 200, 0.03, 0.98",
    "false, 200, 0.3,  0.95",
    "true,  200, 0.03, 0.95",
    "false, 500, 0.6,  0.9"
  })
  void stairsAreFound(boolean log, int points, double noise, double share) {
    long[] steps = Waves.steps(points, log);
    long last = steps[points - 1];
    long found =
        IntStream.range(0, 50)
            .parallel()
            .filter(
                k -> {
                  double move = 0.1 * SeedStream.of(3, k).nextDouble();
                  DoubleUnaryOperator shape = Waves.stairs(0.15 + move, 0.45 + move, 0.75 + move);
                  Staircase stairs =
                      Staircase.of(Waves.noisy(shape, steps, noise, 0, k), Scale.LOG_LOSS);
                  return stairs.jumps().size() == 3
                      && near(stairs, 0, 0.15 + move, last)
                      && near(stairs, 1, 0.45 + move, last)
                      && near(stairs, 2, 0.75 + move, last);
                })
            .count();
    assertThat(found / 50.0).isGreaterThanOrEqualTo(share);
  }

  /** Between the two steps that the jump begins and ends with, give or take two percent. */
  private static boolean near(Staircase stairs, int jump, double time, long last) {
    Jump found = stairs.jumps().get(jump);
    double slack = 0.02 * last;
    return found.begins() - slack <= time * last && time * last <= found.ends() + slack;
  }
}
