package org.dynlab.analysis.hmm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.dynlab.analysis.hmm.Simulation;
import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.data.Sequences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that come one by one give what all rows at once give. */
class RowFilterTest {
  private static double[] row(Sequences rows, int run, int t) {
    double[] row = new double[rows.width()];
    for (int j = 0; j < row.length; j++) {
      row[j] = rows.value(run, t, j);
    }
    return row;
  }

  @ParameterizedTest
  @EnumSource(Covariances.class)
  void theProbabilitiesAreThoseOfTheSmoother(Covariances kind) {
    SplittableRandom random = new SplittableRandom(5);
    for (int problem = 0; problem < 10; problem++) {
      int states = 1 + random.nextInt(6);
      GaussianHmm model = Simulation.model(kind, states, 3, 0.3, random);
      Sequences rows = Simulation.rows(model, random, 150, 1, 40);
      Smoother smoother = new Smoother(model, Frames.of(rows), false);
      RowFilter filter = new RowFilter(model);
      for (int run = 0; run < rows.count(); run++) {
        smoother.filter(run);
        agree(filter, smoother, rows, run, states);
      }
    }
  }

  private static void agree(
      RowFilter filter, Smoother smoother, Sequences rows, int run, int states) {
    double[] probabilities = new double[states];
    filter.start(probabilities);
    for (int t = 0; t < rows.length(run); t++) {
      if (t > 0) {
        filter.move(probabilities);
      }
      filter.see(row(rows, run, t), probabilities);
      for (int k = 0; k < probabilities.length; k++) {
        assertThat(probabilities[k]).isCloseTo(smoother.filtered(t, k), within(1e-12));
      }
    }
  }

  @Test
  void aRowThatNoStateExplainsChangesNothing() {
    SplittableRandom random = new SplittableRandom(5);
    GaussianHmm model = Simulation.model(Covariances.FULL, 3, 2, 0, random);
    double[] probabilities = {0.2, 0.3, 0.5};
    new RowFilter(model).see(new double[] {1e300, -1e300}, probabilities);
    assertThat(probabilities).containsExactly(0.2, 0.3, 0.5);
  }
}
