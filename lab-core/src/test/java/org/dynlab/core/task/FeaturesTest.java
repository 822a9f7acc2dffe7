package org.dynlab.core.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The forms of inputs and targets keep their rows together. */
class FeaturesTest {
  private static final DenseFeatures DENSE = new DenseFeatures(new double[] {1, 2, 3, 4, 5, 6}, 2);
  private static final ImageFeatures IMAGES =
      new ImageFeatures(
          new byte[] {0, 1, 2, (byte) 255, 10, 20, 30, 40},
          new ImageFeatures.Shape(1, 2, 2),
          0.5,
          -1);

  @Test
  void imagesAreScaledAndShiftedUnsignedBytes() {
    assertThat(IMAGES.rows()).isEqualTo(2);
    assertThat(IMAGES.value(0, 3)).isEqualTo(0.5 * 255 - 1);
    assertThat(IMAGES.value(1, 0)).isEqualTo(4);
  }

  @Test
  void columnMajorWritesEveryEntryWhereItBelongs() {
    ImageFeatures many = IMAGES.select(new int[] {1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 0});
    for (VectorFeatures features : List.of(DENSE, IMAGES, many)) {
      double[] into = new double[features.rows() * features.width()];
      features.columnMajor(into);
      float[] rounded = new float[into.length];
      features.columnMajor(rounded);
      for (int i = 0; i < features.rows(); i++) {
        for (int j = 0; j < features.width(); j++) {
          assertThat(into[j * features.rows() + i]).isEqualTo(features.value(i, j));
          assertThat(rounded[j * features.rows() + i]).isEqualTo((float) features.value(i, j));
        }
      }
    }
  }

  @Test
  void selectionThenJoiningGivesTheRowsInOrder() {
    int[] last = {DENSE.rows() - 1};
    int[] first = {0};
    DenseFeatures joined = DENSE.select(last).followedBy(DENSE.select(first));
    assertThat(joined.rows()).isEqualTo(2);
    assertThat(joined.value(0, 0)).isEqualTo(5);
    assertThat(joined.value(1, 1)).isEqualTo(2);
    assertThat(IMAGES.select(new int[] {1}).followedBy(IMAGES.select(first)).unsigned(1, 3))
        .isEqualTo(255);
    SequenceFeatures words = new SequenceFeatures(new int[] {0, 1, 2, 3}, 2, 4);
    assertThat(words.select(new int[] {1}).followedBy(words.select(first)).symbol(1, 1))
        .isEqualTo(1);
    TokenFeatures tokens = new TokenFeatures(new int[] {0, 1, 2, 3}, 2, 4);
    assertThat(tokens.select(new int[] {1}).followedBy(tokens.select(first)).token(0, 0))
        .isEqualTo(2);
  }

  @Test
  void aMeasureFollowsItsRows() {
    Examples points =
        new Examples(
            DENSE,
            new RealTargets(new double[] {1, 2, 2}, 1),
            Optional.of(new Measure(new double[] {0.1, 0.2, 0.3})));
    Examples chosen = points.select(new int[] {2, 0});
    assertThat(chosen.measure().orElseThrow().weight(0)).isCloseTo(0.45, within(1e-15));
    assertThat(chosen.targets().rows()).isEqualTo(2);
    assertThat(points.targets().meanSquare()).isEqualTo(3);
    assertThatThrownBy(
            () -> new Examples(DENSE, points.targets(), Optional.of(new Measure(new double[2]))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 rows, but 2 weights");
  }

  @Test
  void onlyTargetsWithANotionOfRightAreJudged() {
    assertThat(new ClassTargets(new int[] {0}, 2).judged()).isTrue();
    assertThat(new RealTargets(new double[] {1}, 1).judged()).isFalse();
    assertThat(new RealTargets(new double[] {1}, 1, 0.001).judged()).isTrue();
  }
}
