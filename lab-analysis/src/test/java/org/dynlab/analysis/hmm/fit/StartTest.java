package org.dynlab.analysis.hmm.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dynlab.analysis.hmm.cluster.Points;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.model.GaussianHmm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartTest {

  private static Points points(double[][] rows) {
    return Points.of(new Sequences.Builder(List.of("x", "y")).add("run", rows).build());
  }

  /** Rows (0,0), (2,1), (4,2): variances 4 and 1, covariance 2 with n − 1. */
  @ParameterizedTest
  @CsvSource({
    "FULL, 4.001, 1.001, 2",
    "TIED, 4.001, 1.001, 2",
    "DIAGONAL, 4.001, 1.001, 0",
    "SPHERICAL, 2.2505, 2.2505, 0"
  })
  void covariancesBeginAsThatOfAllRows(Covariances kind, double xx, double yy, double xy) {
    Points points = points(new double[][] {{0, 0}, {2, 1}, {4, 2}});
    GaussianHmm start = new Start(kind, 1).draw(points, 2, 1);
    for (int k = 0; k < 2; k++) {
      assertThat(start.covariance(k, 0, 0)).isCloseTo(xx, within(1e-12));
      assertThat(start.covariance(k, 1, 1)).isCloseTo(yy, within(1e-12));
      assertThat(start.covariance(k, 1, 0)).isCloseTo(xy, within(1e-12));
    }
  }

  /** Variances 4 and 1, covariance −2 on the line: the mean of the entries is 0.25; −3 beyond. */
  @Test
  void aSphericalVarianceIsPositiveHoweverTheColumnsOppose() {
    Points opposed = points(new double[][] {{0, 1}, {1, 0}});
    GaussianHmm start = new Start(Covariances.SPHERICAL, 1).draw(opposed, 1, 1);
    assertThat(start.covariance(0, 0, 0)).isCloseTo(0.0005, within(1e-12));
    Points flat = points(new double[][] {{0, 0}});
    assertThat(new Start(Covariances.SPHERICAL, 1).draw(flat, 1, 1).covariance(0, 0, 0))
        .isCloseTo(0.0005, within(1e-15));
  }

  /** Mean 1/K and, of a symmetric Dirichlet with parameters 1/K, variance (1/K)(1 − 1/K)/2. */
  @Test
  void probabilitiesAreDirichletDistributed() {
    Points points = points(new double[][] {{0, 0}, {1, 1}, {2, 0}, {3, 5}});
    int draws = 4000;
    double sum = 0;
    double squares = 0;
    for (int seed = 0; seed < draws; seed++) {
      double p = new Start(Covariances.DIAGONAL, 1).draw(points, 4, seed).transition(1, 2);
      sum += p;
      squares += p * p;
    }
    double mean = sum / draws;
    assertThat(mean).isCloseTo(0.25, within(0.02));
    assertThat(squares / draws - mean * mean).isCloseTo(0.25 * 0.75 / 2, within(0.008));
  }

  @Test
  void meansAreCentresOfClusters() {
    Points points = points(new double[][] {{0, 0}, {0, 2}, {50, 50}, {50, 52}});
    GaussianHmm start = new Start(Covariances.FULL, 3).draw(points, 2, 9);
    double low = Math.min(start.mean(0, 1), start.mean(1, 1));
    assertThat(low).isCloseTo(1, within(1e-12));
    assertThat(start.mean(0, 1) + start.mean(1, 1)).isCloseTo(52, within(1e-12));
  }
}
