package org.dynlab.bench;

import java.util.Arrays;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.ImageFeatures;
import org.dynlab.core.task.Task;
import org.dynlab.core.task.TaskData;

/**
 * Grey images of 28×28 random bytes in ten classes, for benchmarks: the size of MNIST without its
 * files.
 */
record RandomImages(int rows, int evalRows) implements Task {
  private static final ImageFeatures.Shape SHAPE = new ImageFeatures.Shape(1, 28, 28);
  private static final int CLASSES = 10;

  @Override
  public TaskData prepare(SeedTree seeds) {
    Stream stream = seeds.stream("images");
    return new TaskData(draw(rows, stream), draw(evalRows, stream));
  }

  private static Examples draw(int count, Stream stream) {
    byte[] pixels = new byte[count * SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) stream.below(256);
    }
    int[] labels = new int[count];
    Arrays.setAll(labels, i -> stream.below(CLASSES));
    ImageFeatures features = new ImageFeatures(pixels, SHAPE, 1.0 / 255, 0);
    return new Examples(features, new ClassTargets(labels, CLASSES));
  }
}
