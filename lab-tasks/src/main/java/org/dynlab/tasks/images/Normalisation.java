package org.dynlab.tasks.images;

import org.dynlab.core.task.ImageFeatures;
import org.dynlab.core.task.ImageFeatures.Shape;

/** What number a pixel's byte stands for. */
public enum Normalisation {
  /** byte/255, in [0, 1]. */
  UNIT(0, 1),
  /**
   * (byte/255 - 0.1307)/0.3081: mean 0 and standard deviation 1 over the training pixels of MNIST,
   * with the rounded numbers that are customary.
   */
  STANDARD(0.1307, 0.3081);

  private static final double WHITE = 255;
  private final double mean;
  private final double deviation;

  Normalisation(double mean, double deviation) {
    this.mean = mean;
    this.deviation = deviation;
  }

  ImageFeatures features(byte[] pixels, Shape shape) {
    return new ImageFeatures(pixels, shape, 1 / (WHITE * deviation), -mean / deviation);
  }
}
