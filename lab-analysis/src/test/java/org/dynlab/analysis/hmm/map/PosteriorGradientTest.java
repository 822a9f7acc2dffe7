package org.dynlab.analysis.hmm.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.dynlab.analysis.hmm.Simulation;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.model.GaussianHmm;
import org.dynlab.analysis.hmm.model.Posteriors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PosteriorGradientTest {
  private static final double STEP = 1e-5;

  /** Of ln p(s_t = k | z₀..z_t), the last row being moved. */
  @ParameterizedTest
  @EnumSource(Covariances.class)
  void theClosedFormIsTheCentralDifference(Covariances kind) {
    SplittableRandom random = new SplittableRandom(11);
    for (int problem = 0; problem < 20; problem++) {
      GaussianHmm model = Simulation.model(kind, 3, 3, 0, random);
      Sequences rows = Simulation.rows(model, random, 5);
      double[][] cells = new double[5][3];
      for (int t = 0; t < 5; t++) {
        for (int i = 0; i < 3; i++) {
          cells[t][i] = rows.value(0, t, i);
        }
      }
      double[] alpha = filtered(model, rows, cells);
      for (int k = 0; k < 3; k++) {
        double[] gradient = new PosteriorGradient(model).of(k, cells[4], alpha);
        for (int i = 0; i < 3; i++) {
          double expected = difference(model, rows, cells, k, i);
          assertThat(gradient[i]).isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
        }
      }
    }
  }

  private static double difference(
      GaussianHmm model, Sequences rows, double[][] cells, int k, int i) {
    double middle = cells[4][i];
    cells[4][i] = middle + STEP;
    double above = Math.log(filtered(model, rows, cells)[k]);
    cells[4][i] = middle - STEP;
    double below = Math.log(filtered(model, rows, cells)[k]);
    cells[4][i] = middle;
    return (above - below) / (2 * STEP);
  }

  private static double[] filtered(GaussianHmm model, Sequences rows, double[][] cells) {
    Sequences moved = new Sequences.Builder(rows.columns()).add("run0", cells).build();
    Posteriors posteriors = Posteriors.of(model, moved).get(0);
    return new double[] {
      posteriors.filtered(4, 0), posteriors.filtered(4, 1), posteriors.filtered(4, 2)
    };
  }
}
