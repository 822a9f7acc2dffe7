package org.dynlab.analysis.hmm.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.model.Score;
import org.junit.jupiter.api.Test;

class KMeansTest {

  private static Sequences rows(double[]... rows) {
    return new Sequences.Builder(List.of("x", "y")).add("run", rows).build();
  }

  private static double[][] random(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = random.doubles(2).toArray();
    }
    return rows;
  }

  @Test
  void groupsFarApartAreFound() {
    Points points = Points.of(rows(new double[][] {{0, 0}, {0, 1}, {9, 9}, {9, 10}, {-9, 4}}));
    KMeans found = KMeans.of(points, 3, 1, 7);
    assertThat(found.label(0)).isEqualTo(found.label(1)).isNotEqualTo(found.label(2));
    assertThat(found.label(2)).isEqualTo(found.label(3));
    assertThat(found.size(found.label(4))).isEqualTo(1);
    assertThat(found.inertia()).isCloseTo(1, within(1e-12));
    assertThat(found.centers()[2 * found.label(2) + 1]).isCloseTo(9.5, within(1e-12));
  }

  /** Every one of the 2^8 ways to part nine points in two. */
  @Test
  void theBestOfManyStartsIsTheBestThereIs() {
    for (long seed = 0; seed < 20; seed++) {
      double[][] rows = random(9, seed);
      double best = Double.POSITIVE_INFINITY;
      for (int parting = 1; parting < 256; parting++) {
        best = Math.min(best, scatter(rows, parting, 1) + scatter(rows, parting, 0));
      }
      double found = KMeans.of(Points.of(rows(rows)), 2, 30, seed).inertia();
      assertThat(found).isCloseTo(best, within(1e-12));
    }
  }

  /** Squared distances of a part from its mean. */
  private static double scatter(double[][] rows, int parting, int part) {
    double count = 0;
    double[] mean = new double[2];
    double squares = 0;
    for (int i = 0; i < rows.length; i++) {
      if ((parting >> i & 1) == part) {
        count++;
        mean[0] += rows[i][0];
        mean[1] += rows[i][1];
        squares += rows[i][0] * rows[i][0] + rows[i][1] * rows[i][1];
      }
    }
    return count == 0 ? 0 : squares - (mean[0] * mean[0] + mean[1] * mean[1]) / count;
  }

  @Test
  void theSameSeedGivesTheSameClusters() {
    Points points = Points.of(rows(random(200, 1)));
    assertThat(KMeans.of(points, 5, 2, 3).centers())
        .isEqualTo(KMeans.of(points, 5, 2, 3).centers());
  }

  @Test
  void equalPointsAreNoTrouble() {
    Points same = Points.of(rows(new double[][] {{1, 1}, {1, 1}, {1, 1}}));
    KMeans found = KMeans.of(same, 3, 1, 1);
    assertThat(found.inertia()).isZero();
    assertThat(found.centers()).containsOnly(1.0);
  }

  @Test
  void moreClustersThanRowsAreRefused() {
    Points two = Points.of(rows(new double[][] {{1, 1}, {2, 2}}));
    assertThatThrownBy(() -> KMeans.of(two, 3, 1, 1))
        .hasMessage("3 clusters: must have as many rows, got 2");
  }

  /** One cluster: the normal distribution with variance SS/(d(n − 1)), worked by hand. */
  @Test
  void aMixtureScoresRowsByTheirNearestCentre() {
    Sequences line = rows(new double[][] {{-1, 0}, {1, 0}, {0, 0}});
    Points points = Points.of(line);
    Score one = new SphericalMixture(KMeans.of(points, 1, 1, 1), points).score(line);
    double variance = 2.0 / (2 * 2);
    double expected = -3 * Math.log(2 * Math.PI * variance) - 2 / (2 * variance);
    assertThat(one.logLikelihood()).isCloseTo(expected, within(1e-12));
    assertThat(one.parameters()).isEqualTo(3);
    Sequences pairs = rows(new double[][] {{0, 0}, {0, 2}, {9, 0}, {9, 2}, {0, 1}, {0, 1}});
    Points all = Points.of(pairs);
    Score two = new SphericalMixture(KMeans.of(all, 2, 5, 1), all).score(rows(new double[] {9, 2}));
    double shared = 4.0 / (2 * 4);
    double nearest = Math.log(2.0 / 6) - Math.log(2 * Math.PI * shared) - 1 / (2 * shared);
    assertThat(two.logLikelihood()).isCloseTo(nearest, within(1e-12));
    assertThat(two.parameters()).isEqualTo(6);
  }
}
