package org.dynlab.analysis.hmm.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.dynlab.analysis.hmm.data.Sequences;
import org.junit.jupiter.api.Test;

class ViterbiTest {
  private static final Sequences THREE_ROWS =
      new Sequences.Builder(List.of("x")).add("run", new double[][] {{0}, {0}, {0}}).build();

  private static Path path(double[] start, double[] transitions) {
    double[] same = new double[start.length];
    double[] ones = new double[start.length];
    Arrays.fill(ones, 1);
    GaussianHmm model = GaussianHmm.of(Covariances.SPHERICAL, start, transitions, same, ones);
    return Viterbi.paths(model, THREE_ROWS).get(0);
  }

  @Test
  void ofEqualPathsTheLastPredecessorAndTheFirstEndAreTaken() {
    double third = 1.0 / 3;
    double[] start = {third, third, third};
    double[] all = {third, third, third, third, third, third, third, third, third};
    assertThat(path(start, all).states()).containsExactly(2, 2, 0);
  }

  @Test
  void forbiddenTransitionsAreNotTaken() {
    assertThat(path(new double[] {1, 0}, new double[] {0, 1, 1, 0}).states())
        .containsExactly(0, 1, 0);
  }

  @Test
  void statesCanBeRenamed() {
    Path path = path(new double[] {1, 0}, new double[] {0, 1, 1, 0});
    assertThat(path.renamed(new int[] {1, 0}).states()).containsExactly(1, 0, 1);
    assertThat(path.run()).isEqualTo("run");
  }
}
