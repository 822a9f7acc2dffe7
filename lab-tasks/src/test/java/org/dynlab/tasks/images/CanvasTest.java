package org.dynlab.tasks.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanvasTest {
  private static final int SIZE = 28;

  /** Along a straight edge the ink is what a box of one pixel covers, so columns add up. */
  @ParameterizedTest
  @ValueSource(doubles = {0.7, 1, 1.23, 1.7, 3})
  void aLineAcrossHasAsMuchInkPerColumnAsItIsWide(double halfWidth) {
    Canvas canvas = new Canvas(SIZE);
    canvas.line(-5, 13.37, 40, 13.37, halfWidth);
    for (int column = 0; column < SIZE; column++) {
      double sum = 0;
      for (int row = 0; row < SIZE; row++) {
        sum += canvas.ink(row * SIZE + column);
      }
      assertThat(sum).isCloseTo(2 * halfWidth, within(1e-12));
    }
  }

  /** The slow way: every pixel, the nearest of ten thousand points of the segment. */
  @Test
  void inkFollowsTheDistanceFromTheSegment() {
    Stream stream = new SeedTree(1).stream("segments");
    for (int trial = 0; trial < 5; trial++) {
      double[] ends = {
        stream.uniform(-4, 32),
        stream.uniform(-4, 32),
        stream.uniform(-4, 32),
        stream.uniform(0, 28)
      };
      Canvas canvas = new Canvas(SIZE);
      canvas.line(ends[0], ends[1], ends[2], ends[3], 1.3);
      for (int i = 0; i < SIZE * SIZE; i++) {
        double d = nearest(i % SIZE + 0.5, Math.floorDiv(i, SIZE) + 0.5, ends);
        assertThat(canvas.ink(i)).isCloseTo(Math.min(1, Math.max(0, 1.8 - d)), within(2e-3));
      }
    }
  }

  private static double nearest(double x, double y, double[] ends) {
    double least = Double.MAX_VALUE;
    for (int k = 0; k <= 10_000; k++) {
      double t = k / 10_000.0;
      double toX = ends[0] + t * (ends[2] - ends[0]);
      double toY = ends[1] + t * (ends[3] - ends[1]);
      least = Math.min(least, Math.hypot(x - toX, y - toY));
    }
    return least;
  }

  @Test
  void linesMayCrossInAnyOrder() {
    Canvas one = new Canvas(SIZE);
    one.line(3, 4, 20, 25, 1);
    one.line(20, 4, 3, 25, 1.5);
    Canvas other = new Canvas(SIZE);
    other.line(20, 4, 3, 25, 1.5);
    other.line(3, 4, 20, 25, 1);
    for (int i = 0; i < SIZE * SIZE; i++) {
      assertThat(one.ink(i)).isEqualTo(other.ink(i));
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, 0", "0.5, 128", "1, 255", "7, 255"})
  void inkIsCutOffAndRounded(double ink, int grey) {
    assertThat(Canvas.grey(ink) & 0xFF).isEqualTo(grey);
  }
}
