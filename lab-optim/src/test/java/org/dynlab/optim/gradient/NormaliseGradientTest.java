package org.dynlab.optim.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dynlab.core.rule.Chain;
import org.dynlab.optim.Trajectory;
import org.dynlab.optim.descent.Descend;
import org.dynlab.optim.descent.ScaleByMomentum;
import org.dynlab.optim.gradient.NormaliseGradient.Length;
import org.dynlab.optim.schedule.Constant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormaliseGradientTest {
  private static final double[] G = Matrices.random("g");
  private static final double[] W = Matrices.random("w");

  private static double norm(double[] x) {
    return Math.sqrt(Arrays.stream(x).map(v -> v * v).sum());
  }

  @Test
  void theLengthBecomesOneAndTheDirectionStays() {
    double[] rms = Matrices.first(new NormaliseGradient(Length.RMS), G, W);
    double[] norm = Matrices.first(new NormaliseGradient(Length.NORM), G, W);
    double root = Math.sqrt(G.length);
    assertThat(norm(norm)).isCloseTo(1, within(1e-14));
    for (int i = 0; i < G.length; i++) {
      assertThat(norm[i]).isCloseTo(G[i] / norm(G), within(1e-15));
      assertThat(rms[i]).isCloseTo(norm[i] * root, within(1e-14));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-100, 1e-8, 1e100})
  void theScaleOfTheLossDoesNotMatter(double scale) {
    double[] scaled = Arrays.stream(G).map(x -> scale * x).toArray();
    double[] expected = Matrices.first(new NormaliseGradient(Length.RMS), G, W);
    assertThat(Matrices.first(new NormaliseGradient(Length.RMS), scaled, W))
        .containsExactly(expected, within(1e-13));
  }

  @ParameterizedTest
  @EnumSource(Length.class)
  void zerosStayZeroAndBadNumbersSpread(Length length) {
    NormaliseGradient rule = new NormaliseGradient(length);
    assertThat(Matrices.first(rule, new double[G.length], W)).containsOnly(0.0);
    double[] bad = G.clone();
    bad[5] = Double.NEGATIVE_INFINITY;
    assertThat(Matrices.first(rule, bad, W)).containsOnly(Double.NaN);
  }

  /** A constant gradient: the speed is rate / (1 - momentum). */
  @Test
  void beforeMomentumItMakesStepsOfOneLength() {
    Chain chain =
        Chain.of(
            new NormaliseGradient(Length.RMS),
            new ScaleByMomentum(0.5, false),
            new Descend(new Constant(0.06)));
    double[][] gradients = new double[60][];
    Arrays.setAll(
        gradients, t -> Arrays.stream(Trajectory.start()).map(x -> x / (t + 1)).toArray());
    double[][] path = Trajectory.follow(chain, Trajectory.start(), gradients);
    double[] step = new double[path[0].length];
    Arrays.setAll(step, i -> path[59][i] - path[58][i]);
    assertThat(norm(step) / Math.sqrt(step.length)).isCloseTo(0.12, within(1e-12));
  }
}
