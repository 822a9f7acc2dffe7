package org.dynlab.core.model;

import java.util.Arrays;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.ImageFeatures;

/** Small random images for tests, from a fixed seed. */
final class Images {

  private Images() {}

  /** Noise with random classes. */
  static Examples random(int rows, ImageFeatures.Shape shape, int classes) {
    Stream stream = new SeedTree(8).stream("images");
    byte[] pixels = new byte[rows * shape.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) stream.below(256);
    }
    int[] labels = new int[rows];
    Arrays.setAll(labels, i -> stream.below(classes));
    ImageFeatures features = new ImageFeatures(pixels, shape, 1 / 127.5, -1);
    return new Examples(features, new ClassTargets(labels, classes));
  }
}
