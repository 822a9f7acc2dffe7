package org.dynlab.tasks.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.ImageFeatures;
import org.dynlab.core.task.TaskData;
import org.dynlab.store.problem.UserError;
import org.dynlab.tasks.images.Glyph.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {
  private static final SeedTree SEEDS = new SeedTree(1);

  private static Digits task(int train, double distortion, double noise, double labelNoise) {
    return new Digits(train, 300, distortion, noise, labelNoise);
  }

  private static int[] labels(Examples examples) {
    ClassTargets targets = (ClassTargets) examples.targets();
    return IntStream.range(0, targets.rows()).map(targets::label).toArray();
  }

  private static byte[] bytes(Examples examples) {
    ImageFeatures images = (ImageFeatures) examples.features();
    byte[] bytes = new byte[images.rows() * 784];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) images.unsigned(i / 784, i % 784);
    }
    return bytes;
  }

  /** The value was computed by this code, version 0.1.0, on 22 November 2026 on x86-64. */
  @Test
  void theBytesOfASeedAreTheSameEverywhere() throws NoSuchAlgorithmException {
    TaskData data = task(200, 1, 0.1, 0).prepare(SEEDS);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(bytes(data.train()));
    digest.update(bytes(data.eval()));
    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo("8d619071a90f16a004c37451407759afc619f944b22030249830ceec6d61b5ad");
  }

  @Test
  void aLargerSetBeginsWithTheSmallerOne() {
    Examples large = task(50, 1, 0.1, 0).prepare(SEEDS).train();
    Examples small = task(20, 1, 0.1, 0).prepare(SEEDS).train();
    int[] first = IntStream.range(0, 20).toArray();
    assertThat(bytes(large.select(first))).isEqualTo(bytes(small));
    assertThat(labels(large.select(first))).isEqualTo(labels(small));
  }

  @Test
  void seedsAndSetsDiffer() {
    TaskData data = task(300, 1, 0.1, 0).prepare(SEEDS);
    assertThat(bytes(data.train())).isNotEqualTo(bytes(data.eval()));
    assertThat(bytes(task(300, 1, 0.1, 0).prepare(new SeedTree(2)).train()))
        .isNotEqualTo(bytes(data.train()));
  }

  /** 10 standard deviations of a binomial either way. */
  @Test
  void allClassesAreEquallyLikely() {
    int[] labels = labels(task(3000, 1, 0, 0).prepare(SEEDS).train());
    for (int c = 0; c < 10; c++) {
      int digit = c;
      assertThat(IntStream.of(labels).filter(label -> label == digit).count())
          .isBetween(136L, 464L);
    }
  }

  @Test
  void theShareOfTrainLabelsIsWrong() {
    int[] right = labels(task(1000, 1, 0, 0).prepare(SEEDS).train());
    int[] wrong = labels(task(1000, 1, 0, 0.3).prepare(SEEDS).train());
    assertThat(IntStream.range(0, 1000).filter(i -> right[i] != wrong[i]).count()).isEqualTo(300);
  }

  /** The paper between the strokes stays white, and every image has ink. */
  @Test
  void withoutNoiseThereIsInkOnCleanPaper() {
    Examples train = task(500, 1, 0, 0).prepare(SEEDS).train();
    ImageFeatures images = (ImageFeatures) train.features();
    for (int i = 0; i < images.rows(); i++) {
      int row = i;
      long inked = IntStream.range(0, 784).filter(j -> images.unsigned(row, j) > 0).count();
      assertThat(inked).isBetween(20L, 392L);
    }
  }

  /** Learnable, but not trivial: what the nearest of 1000 images says. */
  @Test
  void nearestNeighboursAreMostlyRightAndNotAlways() {
    TaskData data = task(1000, 1, 0.1, 0).prepare(SEEDS);
    int[] known = labels(data.train());
    int[] asked = labels(data.eval());
    byte[] train = bytes(data.train());
    byte[] eval = bytes(data.eval());
    long right =
        IntStream.range(0, asked.length)
            .filter(i -> known[nearest(train, eval, i)] == asked[i])
            .count();
    assertThat(right).isBetween(240L, 297L);
  }

  private static int nearest(byte[] train, byte[] eval, int image) {
    int nearest = 0;
    long least = Long.MAX_VALUE;
    for (int k = 0; k < train.length / 784; k++) {
      long distance = 0;
      for (int j = 0; j < 784; j++) {
        int d = (train[k * 784 + j] & 0xFF) - (eval[image * 784 + j] & 0xFF);
        distance += (long) d * d;
      }
      nearest = distance < least ? k : nearest;
      least = Math.min(least, distance);
    }
    return nearest;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void everyDigitHasThreeWaysWithinTheBox(int digit) {
    assertThat(DigitStyles.of(digit)).hasSize(3).doesNotHaveDuplicates();
    assertThat(DigitStyles.of(digit))
        .flatMap(Glyph::strokes)
        .allSatisfy(stroke -> assertThat(stroke.points()).hasSizeGreaterThan(1))
        .flatMap(Glyph.Stroke::points)
        .extracting(Point::x, Point::y)
        .allSatisfy(
            point ->
                assertThat(point.toList()).allMatch(v -> (double) v >= 0 && (double) v <= 100));
  }

  @Test
  void rangesAreChecked() {
    assertThatThrownBy(() -> new Digits(0, 200_001, -1, 2, Double.NaN))
        .isInstanceOf(UserError.class)
        .hasMessage(
            """
            train: must be in 1..200000, got 0
            eval: must be in 1..200000, got 200001
            distortion: must be in 0..3, got -1.0
            noise: must be in 0..1, got 2.0
            labelNoise: must be in [0, 1], got NaN""");
  }
}
