package org.dynlab.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.TaskData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelNoiseTest {
  private static final SeedTree SEEDS = new SeedTree(11);

  private static TaskData data(double labelNoise, long seed) {
    return new ModularArithmetic(Operation.ADD, 97, 0.5, Encoding.TOKENS, labelNoise)
        .prepare(new SeedTree(seed));
  }

  private static int[] labels(Examples examples) {
    ClassTargets targets = (ClassTargets) examples.targets();
    return IntStream.range(0, targets.rows()).map(targets::label).toArray();
  }

  private static long different(int[] a, int[] b) {
    return IntStream.range(0, a.length).filter(i -> a[i] != b[i]).count();
  }

  @ParameterizedTest
  @CsvSource({"0.35, 1646", "0.0001, 0", "0.001, 4", "0.5, 2352", "1, 4704"})
  void exactlyTheShareOfTrainLabelsRoundedDownIsWrong(double share, int wrong) {
    assertThat(different(labels(data(share, 1).train()), labels(data(0, 1).train())))
        .isEqualTo(wrong);
  }

  @Test
  void evalLabelsAreAlwaysRight() {
    assertThat(labels(data(1, 1).eval())).isEqualTo(labels(data(0, 1).eval()));
  }

  @Test
  void theWrongLabelsDependOnTheSeedAndOnNothingElse() {
    assertThat(labels(data(0.35, 1).train())).isEqualTo(labels(data(0.35, 1).train()));
    int[] zeros = new int[1000];
    int[] first = LabelNoise.corrupt(zeros, 5, 0.5, new SeedTree(1));
    assertThat(LabelNoise.corrupt(zeros, 5, 0.5, new SeedTree(2))).isNotEqualTo(first);
  }

  @Test
  void moreNoiseLeavesTheWrongLabelsOfLessNoiseAlone() {
    int[] right = IntStream.range(0, 1000).map(i -> i % 7).toArray();
    int[] some = LabelNoise.corrupt(right, 7, 0.2, SEEDS);
    int[] more = LabelNoise.corrupt(right, 7, 0.6, SEEDS);
    assertThat(IntStream.range(0, 1000).filter(i -> some[i] != right[i]))
        .allMatch(i -> more[i] == some[i]);
  }

  @Test
  void wrongLabelsAreUniformOverTheOtherClasses() {
    int n = 60_000;
    int[] noisy = LabelNoise.corrupt(new int[n], 7, 1, SEEDS);
    int[] count = new int[7];
    IntStream.of(noisy).forEach(label -> count[label]++);
    assertThat(count[0]).isZero();
    for (int label = 1; label < 7; label++) {
      double fiveSigma = 5 * Math.sqrt(n * (1 / 6.0) * (5 / 6.0));
      assertThat((double) count[label]).isCloseTo(n / 6.0, within(fiveSigma));
    }
  }

  @Test
  void theLabelsGivenAreNotWritten() {
    int[] right = new int[50];
    LabelNoise.corrupt(right, 3, 1, SEEDS);
    assertThat(right).containsOnly(0);
  }

  @ParameterizedTest
  @CsvSource({"-0.1", "1.1", "NaN"})
  void aShareOutsideOfZeroToOneIsNamed(double share) {
    assertThatThrownBy(() -> data(share, 1))
        .hasMessage("labelNoise: must be in [0, 1], got " + share);
  }
}
