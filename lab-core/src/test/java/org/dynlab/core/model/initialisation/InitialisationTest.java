package org.dynlab.core.model.initialisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dynlab.core.random.SeedTree;
import org.junit.jupiter.api.Test;

class InitialisationTest {

  @Test
  void initialisationsHaveTheirStatedSpreadAndScale() {
    double bound = 1 / Math.sqrt(100);
    double[] torch = new TorchDefault().weights(100, 400, new SeedTree(1).stream("w"));
    assertThat(Arrays.stream(torch).map(Math::abs).max().orElse(0)).isBetween(0.99 * bound, bound);
    assertThat(deviation(torch)).isCloseTo(bound / Math.sqrt(3), within(0.01 * bound));
    double[] normal = new Normal(0.05).weights(100, 400, new SeedTree(1).stream("w"));
    assertThat(deviation(normal)).isCloseTo(0.05, within(0.0005));
    double[] he = new He(false).weights(100, 400, new SeedTree(1).stream("w"));
    assertThat(deviation(he)).isCloseTo(Math.sqrt(2.0 / 100), within(0.0015));
    double[] flat = new He(true).weights(100, 400, new SeedTree(1).stream("w"));
    assertThat(deviation(flat)).isCloseTo(Math.sqrt(2.0 / 100), within(0.0015));
    assertThat(Arrays.stream(flat).map(Math::abs).max().orElse(0)).isLessThan(Math.sqrt(0.06));
    double[] glorot = new XavierNormal().weights(100, 400, new SeedTree(1).stream("w"));
    assertThat(deviation(glorot)).isCloseTo(Math.sqrt(2.0 / 500), within(0.0005));
    double[] xavier = new XavierUniform().weights(100, 400, new SeedTree(1).stream("w"));
    assertThat(deviation(xavier)).isCloseTo(Math.sqrt(2.0 / 500), within(0.0005));
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double sum = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(sum / values.length);
  }
}
