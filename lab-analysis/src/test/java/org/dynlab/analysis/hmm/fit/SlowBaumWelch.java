package org.dynlab.analysis.hmm.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.model.GaussianHmm;
import org.dynlab.analysis.hmm.model.Posteriors;

/**
 * One maximisation written as the formulas stand, over rows and with posteriors: weighted means,
 * then weighted products of deviations from the new means with 0.01 added to each entry.
 */
final class SlowBaumWelch {
  private final GaussianHmm old;
  private final Sequences rows;
  private final List<Posteriors> posteriors;

  SlowBaumWelch(GaussianHmm old, Sequences rows) {
    this.old = old;
    this.rows = rows;
    this.posteriors = Posteriors.of(old, rows);
  }

  private interface Cell {
    double at(int run, int t);
  }

  private double sum(int k, Cell cell) {
    double sum = 0;
    for (int run = 0; run < rows.count(); run++) {
      for (int t = 0; t < rows.length(run); t++) {
        sum += posteriors.get(run).smoothed(t, k) * cell.at(run, t);
      }
    }
    return sum;
  }

  double start(int k) {
    double sum = 0;
    for (Posteriors one : posteriors) {
      sum += one.smoothed(0, k);
    }
    return sum / posteriors.size();
  }

  double mean(int k, int i) {
    return sum(k, (run, t) -> rows.value(run, t, i)) / sum(k, (run, t) -> 1);
  }

  private double products(int k, int i, int j) {
    double mi = mean(k, i);
    double mj = mean(k, j);
    return sum(k, (run, t) -> (rows.value(run, t, i) - mi) * (rows.value(run, t, j) - mj));
  }

  double covariance(int k, int i, int j) {
    return switch (old.kind()) {
      case FULL -> (0.01 + products(k, i, j)) / sum(k, (run, t) -> 1);
      case DIAGONAL -> i == j ? variance(k, i) : 0;
      case SPHERICAL -> i == j ? meanVariance(k) : 0;
      case TIED -> tied(i, j);
    };
  }

  private double tied(int i, int j) {
    double sum = 0.01;
    for (int h = 0; h < old.states(); h++) {
      sum += products(h, i, j);
    }
    return sum / rows.rows();
  }

  private double meanVariance(int k) {
    double sum = 0;
    for (int column = 0; column < old.width(); column++) {
      sum += variance(k, column);
    }
    return sum / old.width();
  }

  private double variance(int k, int i) {
    return (0.01 + products(k, i, i)) / Math.max(sum(k, (run, t) -> 1), 1e-5);
  }

  /**
   * The penalty of the objective: 0.005 times the sum of all entries of the inverse covariances.
   */
  static double penalty(GaussianHmm model) {
    assertThat(model.width()).isEqualTo(2);
    double sum = 0;
    for (int k = 0; k < (model.kind() == Covariances.TIED ? 1 : model.states()); k++) {
      double a = model.covariance(k, 0, 0);
      double b = model.covariance(k, 0, 1);
      double c = model.covariance(k, 1, 1);
      sum += (a + c - 2 * b) / (a * c - b * b);
    }
    return 0.005 * sum;
  }
}
