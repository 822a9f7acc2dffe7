package org.dynlab.optim.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.Trajectory;
import org.dynlab.optim.descent.AdamW;
import org.dynlab.optim.descent.DecayOn;
import org.dynlab.optim.descent.Momentum;
import org.dynlab.optim.schedule.Constant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradientClippingTest {

  private static double[] clip(UpdateRule rule, double... gradient) {
    double[] update = gradient.clone();
    Trajectory.begin(rule).rewrite(update, new Trajectory.Step(1, Trajectory.start()));
    return update;
  }

  private static double[][] gradients() {
    return Trajectory.gradients(50);
  }

  private static double norm(double[] x) {
    return Math.sqrt(DoubleStream.of(x).map(v -> v * v).sum());
  }

  private static Stream<Chain> recipes() {
    Constant rate = new Constant(0.01);
    AdamW adamw = new AdamW(rate, 1, 0.9, 0.98, 1e-8, DecayOn.ALL);
    return Stream.of(
        Chain.of(new ClipByGlobalNorm(1), adamw),
        Chain.of(new ClipByValue(0.1), adamw, new FixedNorm(Optional.empty())),
        Chain.of(new ClipByGlobalNorm(1), new Momentum(rate, 0.9, true, 0, DecayOn.ALL)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1, 20})
  void theNormIsNeverAboveTheLargest(double maxNorm) {
    for (double[] gradient : gradients()) {
      double[] clipped = clip(new ClipByGlobalNorm(maxNorm), gradient);
      assertThat(norm(clipped)).isLessThanOrEqualTo(maxNorm);
      assertThat(norm(clipped)).isCloseTo(Math.min(maxNorm, norm(gradient)), within(1e-6));
    }
  }

  @Test
  void clippingLeavesSmallGradientsUnchanged() {
    for (double[] gradient : gradients()) {
      assertThat(clip(new ClipByGlobalNorm(norm(gradient) + 2e-6), gradient)).isEqualTo(gradient);
      assertThat(clip(new ClipByValue(1e3), gradient)).isEqualTo(gradient);
    }
  }

  @Test
  void clippingByNormKeepsTheDirection() {
    for (double[] gradient : gradients()) {
      double[] clipped = clip(new ClipByGlobalNorm(1e-3), gradient);
      double factor = clipped[0] / gradient[0];
      double[] expected = Arrays.stream(gradient).map(g -> factor * g).toArray();
      assertThat(clipped).containsExactly(expected, within(1e-18));
    }
  }

  /** Numbers of torch.nn.utils.clip_grad_norm_ in double, torch 1.13.0, written 2026-11-22. */
  @ParameterizedTest
  @CsvSource({"1, 0.599999880000024, 0.799999840000032", "5, 2.99999940000012, 3.99999920000016"})
  void theFactorIsThatOfPyTorch(double maxNorm, double first, double second) {
    assertThat(clip(new ClipByGlobalNorm(maxNorm), 3, 4, 0, 0, 0, 0, 0))
        .containsExactly(new double[] {first, second, 0, 0, 0, 0, 0}, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1, 20})
  void clippingTwiceIsClippingOnceUpToPyTorchsGuard(double maxNorm) {
    UpdateRule once = new ClipByGlobalNorm(maxNorm);
    for (double[] gradient : gradients()) {
      double[] first = clip(once, gradient);
      assertThat(clip(Chain.of(once, once), gradient)).containsExactly(first, within(1e-6));
    }
  }

  @Test
  void clippingByValueTwiceIsClippingOnce() {
    UpdateRule once = new ClipByValue(0.01);
    for (double[] gradient : gradients()) {
      assertThat(clip(Chain.of(once, once), gradient)).isEqualTo(clip(once, gradient));
    }
  }

  @Test
  void everyEntryIsMovedToTheNearestInReach() {
    assertThat(clip(new ClipByValue(2), -3, -2, -1, 0, 2, 2.5, 1e300))
        .containsExactly(-2, -2, -1, 0, 2, 2, 2);
  }

  @Test
  void notANumberIsNotHidden() {
    assertThat(clip(new ClipByValue(2), Double.NaN, 5, 0, 0, 0, 0, 0)).startsWith(Double.NaN, 2);
    assertThat(clip(new ClipByGlobalNorm(2), Double.NaN, 5, 0, 0, 0, 0, 0))
        .containsOnly(Double.NaN);
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void aRecipeBehindAClipSeesTheClippedGradient(Chain chain) {
    double[][] gradients = gradients();
    double[][] clipped = gradients();
    for (double[] gradient : clipped) {
      System.arraycopy(clip(chain.links().get(0), gradient), 0, gradient, 0, gradient.length);
    }
    Chain rest = new Chain(chain.links().subList(1, chain.links().size()));
    assertThat(Trajectory.follow(chain, Trajectory.start(), gradients))
        .isDeepEqualTo(Trajectory.follow(rest, Trajectory.start(), clipped));
  }
}
