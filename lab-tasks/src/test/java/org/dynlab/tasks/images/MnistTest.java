package org.dynlab.tasks.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.ImageFeatures;
import org.dynlab.core.task.TaskData;
import org.dynlab.store.problem.UserError;
import org.dynlab.tasks.files.DataFolders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MnistTest {
  private static final SeedTree SEEDS = new SeedTree(3);

  private static Mnist task(int train, Subset subset, double labelNoise) {
    return new Mnist(train, subset, 500, labelNoise, Normalisation.UNIT);
  }

  private static int[] labels(Examples examples) {
    ClassTargets targets = (ClassTargets) examples.targets();
    return IntStream.range(0, targets.rows()).map(targets::label).toArray();
  }

  private static int[] bytes(Examples examples, int row) {
    ImageFeatures images = (ImageFeatures) examples.features();
    return IntStream.range(0, images.width()).map(j -> images.unsigned(row, j)).toArray();
  }

  @Test
  void sizesAndNoiseAreChecked() {
    assertThatThrownBy(() -> new Mnist(60_001, Subset.FIRST, 0, Double.NaN, Normalisation.UNIT))
        .isInstanceOf(UserError.class)
        .hasMessage(
            """
            train: must be in 1..60000, got 60001
            eval: must be in 1..10000, got 0
            labelNoise: must be in [0, 1], got NaN""");
  }

  /** On the real files. */
  @Nested
  class OnTheFiles {

    @BeforeAll
    static void skipWithoutTheFiles() {
      boolean there;
      String reason = "";
      try {
        there = MnistFolder.find(DataFolders.ofThisProcess()) != null;
      } catch (UserError error) {
        there = false;
        reason = error.getMessage();
      }
      assumeTrue(there, "the MNIST files are not on this machine: " + reason);
    }

    /** Counts per class as the file itself has them; they are those everybody reports. */
    @Test
    void theWholeSetIsRead() {
      TaskData data = new Mnist(60_000, Subset.FIRST, 10_000, 0, Normalisation.UNIT).prepare(SEEDS);
      assertThat(labels(data.train())).hasSize(60_000).startsWith(5, 0, 4, 1, 9);
      assertThat(labels(data.eval())).hasSize(10_000).startsWith(7, 2, 1, 0, 4);
      assertThat(counts(labels(data.train())))
          .containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
      assertThat(counts(labels(data.eval())))
          .containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    }

    private int[] counts(int[] labels) {
      return IntStream.range(0, 10)
          .map(c -> (int) Arrays.stream(labels).filter(label -> label == c).count())
          .toArray();
    }

    @Test
    void standardPixelsHaveMeanZeroAndDeviationOne() {
      Mnist standard = new Mnist(60_000, Subset.FIRST, 1, 0, Normalisation.STANDARD);
      ImageFeatures images = (ImageFeatures) standard.prepare(SEEDS).train().features();
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < images.rows(); i++) {
        for (int j = 0; j < images.width(); j++) {
          double value = images.value(i, j);
          sum += value;
          squares += value * value;
        }
      }
      double count = 60_000.0 * 784;
      assertThat(sum / count).isCloseTo(0, within(1e-3));
      assertThat(squares / count).isCloseTo(1, within(1e-3));
    }

    @Test
    void unitPixelsAreSharesOfWhite() {
      ImageFeatures images =
          (ImageFeatures) task(1, Subset.FIRST, 0).prepare(SEEDS).train().features();
      for (int j = 0; j < 784; j++) {
        assertThat(images.value(0, j)).isCloseTo(images.unsigned(0, j) / 255.0, within(1e-15));
      }
    }

    @Test
    void theFirstImagesAreThoseOfTheFile() {
      TaskData small = task(100, Subset.FIRST, 0).prepare(SEEDS);
      TaskData large = task(1000, Subset.FIRST, 0).prepare(new SeedTree(4));
      assertThat(labels(small.train())).isEqualTo(Arrays.copyOf(labels(large.train()), 100));
      assertThat(bytes(small.train(), 99)).isEqualTo(bytes(large.train(), 99));
    }

    @Test
    void aRandomSubsetIsTheSeedsOwnAndHasNoImageTwice() {
      Mnist task = task(60_000, Subset.RANDOM, 0);
      int[] labels = labels(task.prepare(SEEDS).train());
      assertThat(labels(task.prepare(SEEDS).train())).isEqualTo(labels);
      assertThat(labels(task.prepare(new SeedTree(4)).train())).isNotEqualTo(labels);
      assertThat(counts(labels)[0]).isEqualTo(5923);
    }

    @Test
    void theShareOfTrainLabelsIsWrongAndNoEvalLabel() {
      TaskData clean = task(1000, Subset.FIRST, 0).prepare(SEEDS);
      TaskData noisy = task(1000, Subset.FIRST, 0.29).prepare(SEEDS);
      int[] right = labels(clean.train());
      int[] wrong = labels(noisy.train());
      assertThat(IntStream.range(0, 1000).filter(i -> right[i] != wrong[i]).count()).isEqualTo(290);
      assertThat(labels(noisy.eval())).isEqualTo(labels(clean.eval()));
      assertThat(labels(task(1000, Subset.FIRST, 0.29).prepare(SEEDS).train())).isEqualTo(wrong);
      assertThat(labels(task(1000, Subset.FIRST, 0.29).prepare(new SeedTree(4)).train()))
          .isNotEqualTo(wrong);
    }
  }
}
