package org.dynlab.instrument.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.instrument.information.Ksg.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NeighbourEstimatorsTest {

  private static double ksg(int n, double rho, Form form, long seed) {
    double[] x = Gaussians.normals(n, seed);
    double[] y = Gaussians.correlated(x, rho, seed + 1000);
    return Ksg.information(new Points(x, n), new Points(y, n), 3, form);
  }

  /** -½ ln(1 - ρ²) = 0.1438, 0.8304, 1.9585. */
  @ParameterizedTest
  @CsvSource({"0.5, 0.1438", "0.9, 0.8304", "0.99, 1.9585"})
  void ksgFindsTheInformationOfTwoGaussians(double rho, double exact) {
    for (Form form : Form.values()) {
      double mean = 0;
      for (int seed = 0; seed < 16; seed++) {
        mean += ksg(4000, rho, form, seed) / 16;
      }
      assertThat(mean).isCloseTo(exact, within(0.02));
    }
  }

  /** With 250 points the second form is the less biased one, and both spread by some hundredths. */
  @Test
  void theBiasOfSmallSamplesIsSomeHundredths() {
    int seeds = 60;
    for (double rho : new double[] {0.5, 0.9, 0.99}) {
      double exact = -0.5 * Math.log(1 - rho * rho);
      for (Form form : Form.values()) {
        double mean = 0;
        for (int seed = 0; seed < seeds; seed++) {
          mean += ksg(250, rho, form, 50 + seed) / seeds;
        }
        assertThat(mean - exact).as("%s %s", rho, form).isBetween(-0.06, 0.05);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void independentNumbersShareNothing(Form form) {
    int n = 3000;
    Points x = new Points(Gaussians.normals(2 * n, 5), n);
    Points y = new Points(Gaussians.normals(n, 6), n);
    assertThat(Ksg.information(x, y, 3, form)).isCloseTo(0, within(0.03));
  }

  /** T = W X + ε with X ~ N(0, I): I = ½ ln det(I + W Wᵀ/σ²), in two dimensions. */
  @ParameterizedTest
  @EnumSource(Form.class)
  void ksgFindsTheInformationThroughALinearNetwork(Form form) {
    int n = 6000;
    double noise = 0.5;
    double[] x = Gaussians.normals(2 * n, 7);
    double[] t = Gaussians.normals(2 * n, 8);
    double[][] w = {{1.2, -0.4}, {0.3, 0.9}};
    for (int i = 0; i < n; i++) {
      t[i] = noise * t[i] + w[0][0] * x[i] + w[0][1] * x[n + i];
      t[n + i] = noise * t[n + i] + w[1][0] * x[i] + w[1][1] * x[n + i];
    }
    double a = 1 + (1.2 * 1.2 + 0.4 * 0.4) / (noise * noise);
    double b = (1.2 * 0.3 - 0.4 * 0.9) / (noise * noise);
    double d = 1 + (0.3 * 0.3 + 0.9 * 0.9) / (noise * noise);
    double exact = 0.5 * Math.log(a * d - b * b);
    assertThat(Ksg.information(new Points(x, n), new Points(t, n), 3, form))
        .isCloseTo(exact, within(0.05));
  }

  @Test
  void ksgIsAsBySortingEveryPairByHand() {
    int n = 40;
    double[] x = Gaussians.normals(n, 1);
    double[] y = Gaussians.correlated(x, 0.7, 2);
    assertThat(Ksg.information(new Points(x, n), new Points(y, n), 4, Form.FIRST))
        .isCloseTo(slowKsg(x, y, 4), within(1e-13));
  }

  private static double slowKsg(double[] x, double[] y, int k) {
    int n = x.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double[] joint = new double[n - 1];
      int next = 0;
      for (int j = 0; j < n; j++) {
        if (j != i) {
          joint[next++] = Math.max(Math.abs(x[i] - x[j]), Math.abs(y[i] - y[j]));
        }
      }
      Arrays.sort(joint);
      int nx = 0;
      int ny = 0;
      for (int j = 0; j < n; j++) {
        nx += j != i && Math.abs(x[i] - x[j]) < joint[k - 1] ? 1 : 0;
        ny += j != i && Math.abs(y[i] - y[j]) < joint[k - 1] ? 1 : 0;
      }
      sum += digamma(nx + 1) + digamma(ny + 1);
    }
    return digamma(k) + digamma(n) - sum / n;
  }

  /** ψ of a whole number: harmonic numbers less Euler's constant. */
  private static double digamma(int n) {
    double sum = -0.5772156649015329;
    for (int m = 1; m < n; m++) {
      sum += 1.0 / m;
    }
    return sum;
  }

  /** ½ ln((2πe)^d det Σ) for d = 1 and 3. */
  @Test
  void entropiesOfGaussians() {
    int n = 4000;
    Points line = new Points(Gaussians.normals(n, 3), n);
    double exact = 0.5 * Math.log(2 * Math.PI * Math.E);
    assertThat(KozachenkoLeonenko.entropy(line, 2)).isCloseTo(exact, within(0.04));
    double[] space = Gaussians.normals(3 * n, 4);
    for (int i = 0; i < n; i++) {
      space[i] *= 5;
    }
    assertThat(KozachenkoLeonenko.entropy(new Points(space, n), 3))
        .isCloseTo(3 * exact + Math.log(5), within(0.06));
  }

  /** Made by scikit-learn 1.2.1, mutual_info_classif(x, y, n_neighbors=k), 2026-11-26. */
  @ParameterizedTest
  @CsvSource({"1, 0.5770584038340342", "3, 0.5357073069175349", "5, 0.44771072475007"})
  void rossIsThatOfScikitLearnForOneFeature(int k, double expected) {
    int n = 200;
    double[] x = new double[n];
    int[] y = new int[n];
    for (int i = 0; i < n; i++) {
      y[i] = i % 3;
      x[i] = Math.sin(1.7 * i) + 0.8 * y[i] + 0.05 * Math.cos(5.3 * i);
    }
    ProbeClasses classes = ProbeClasses.of(new ClassTargets(y, 3));
    assertThat(Ross.information(new Points(x, n), classes, k)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void classesFarApartAreKnownAndOnesThatLieTogetherAreNot() {
    int n = 2000;
    int[] y = new int[n];
    double[] apart = Gaussians.normals(2 * n, 9);
    double[] together = apart.clone();
    for (int i = 0; i < n; i++) {
      y[i] = i % 2;
      apart[i] += 100 * y[i];
    }
    ProbeClasses classes = ProbeClasses.of(new ClassTargets(y, 2));
    assertThat(Ross.information(new Points(apart, n), classes, 3))
        .isCloseTo(Math.log(2), within(1e-3));
    assertThat(Ross.information(new Points(together, n), classes, 3)).isCloseTo(0, within(0.03));
  }

  @Test
  void aClassOfOnePointIsLeftOut() {
    double[] x = {0, 1, 2, 3, 50, 51, 52, 1000};
    ProbeClasses classes = ProbeClasses.of(new ClassTargets(new int[] {0, 0, 0, 0, 1, 1, 1, 2}, 3));
    ProbeClasses without = ProbeClasses.of(new ClassTargets(new int[] {0, 0, 0, 0, 1, 1, 1}, 2));
    double[] seven = Arrays.copyOf(x, 7);
    assertThat(Ross.information(new Points(x, 8), classes, 2))
        .isEqualTo(Ross.information(new Points(seven, 7), without, 2));
  }

  @Test
  void notANumberMakesEverythingUnknown() {
    double[] x = Gaussians.normals(50, 1);
    Points good = new Points(x.clone(), 50);
    x[7] = Double.NaN;
    Points bad = new Points(x, 50);
    assertThat(Ksg.information(good, bad, 3, Form.FIRST)).isNaN();
    assertThat(KozachenkoLeonenko.entropy(bad, 3)).isNaN();
    assertThat(Ross.information(bad, ProbeClasses.of(new ClassTargets(new int[50], 1)), 3)).isNaN();
  }
}
