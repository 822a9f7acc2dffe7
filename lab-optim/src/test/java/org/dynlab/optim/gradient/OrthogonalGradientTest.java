package org.dynlab.optim.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.optim.Trajectory;
import org.junit.jupiter.api.Test;

class OrthogonalGradientTest {
  private static final OrthogonalGradient RULE = new OrthogonalGradient();
  private static final double[] W = Matrices.random("w");
  private static final double[] G = Matrices.random("g");

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Test
  void everyBlockIsOrthogonalToItsParametersAndAsLongAsItWas() {
    double[] out = Matrices.first(RULE, G, W);
    for (ParameterBlock block : Matrices.LAYOUT.blocks()) {
      double[] g = Matrices.entries(G, block);
      double[] w = Matrices.entries(W, block);
      double[] turned = Matrices.entries(out, block);
      assertThat(dot(turned, w)).isCloseTo(0, within(1e-13));
      assertThat(dot(turned, turned)).isCloseTo(dot(g, g), within(1e-12));
    }
  }

  /** (I - wwᵀ/wᵀw)g with the matrix written out, lengthened. */
  @Test
  void theProjectionIsThatOfTheMatrix() {
    double[] out = Matrices.first(RULE, G, W);
    for (ParameterBlock block : Matrices.LAYOUT.blocks()) {
      double[] g = Matrices.entries(G, block);
      double[] w = Matrices.entries(W, block);
      double[] projected = new double[g.length];
      for (int i = 0; i < g.length; i++) {
        for (int j = 0; j < g.length; j++) {
          projected[i] += ((i == j ? 1 : 0) - w[i] * w[j] / dot(w, w)) * g[j];
        }
      }
      double factor = Math.sqrt(dot(g, g) / dot(projected, projected));
      double[] expected = Arrays.stream(projected).map(x -> x * factor).toArray();
      assertThat(Matrices.entries(out, block)).containsExactly(expected, within(1e-13));
    }
  }

  @Test
  void projectingTwiceIsProjectingOnce() {
    double[] once = Matrices.first(RULE, G, W);
    assertThat(Matrices.first(RULE, once, W)).containsExactly(once, within(1e-13));
  }

  @Test
  void aBlockOfZerosLeavesItsGradientAlone() {
    assertThat(Matrices.first(RULE, G, new double[W.length])).containsExactly(G, within(1e-15));
  }

  @Test
  void aGradientAlongTheParametersBecomesZeroAndNotNoise() {
    double[] along = Arrays.stream(W).map(x -> -0.37 * x).toArray();
    assertThat(Matrices.first(RULE, along, W)).containsExactly(new double[W.length], within(0.0));
    double[] update = Trajectory.gradients(1)[0];
    Trajectory.begin(RULE).rewrite(update, new Trajectory.Step(1, Trajectory.start()));
    assertThat(update[6]).as("a block of one entry").isZero();
  }

  @Test
  void noGradientStaysNone() {
    assertThat(Matrices.first(RULE, new double[W.length], W)).containsOnly(0.0);
  }
}
