package org.dynlab.tasks.images;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.ImageFeatures.Shape;
import org.dynlab.core.task.Task;
import org.dynlab.core.task.TaskData;
import org.dynlab.tasks.LabelNoise;

/**
 * Pictures of the ten digits, 28 × 28 grey pixels in [0, 1], drawn by the lab itself: an image task
 * of MNIST's form that needs no files. It is not MNIST, and accuracies do not compare.
 *
 * <p>Each image has a class drawn uniformly, one of three ways of writing it, and its own hand (see
 * {@link DigitPen}). Image i of a set depends on the seed, the set and i alone: a larger set begins
 * with the images of a smaller one. Train and eval images come from the same distribution. Cost:
 * about 0.1 ms an image, most of it noise; 784 bytes each.
 */
@Meaning("digits drawn by the lab itself, 28 x 28 grey pixels; needs no files; not MNIST")
public record Digits(
    @Meaning("training images, 1..200000") @Default("4000") int train,
    @Meaning("eval images, 1..200000") @Default("2000") int eval,
    @Meaning("how far hands differ from each other, 0..3; 0: by pen and ink alone") @Default("1")
        double distortion,
    @Meaning("standard deviation of the noise on every pixel, 0..1") @Default("0.1") double noise,
    @Meaning("share of train labels that are wrong, in [0, 1]") @Default("0") double labelNoise)
    implements Task {
  private static final int CLASSES = 10;
  private static final int MOST_IMAGES = 200_000;
  private static final Shape SHAPE = new Shape(1, DigitPen.SIZE, DigitPen.SIZE);

  /** Checks the ranges. */
  public Digits {
    Checks checks =
        new Checks()
            .range("train", train, 1, MOST_IMAGES)
            .range("eval", eval, 1, MOST_IMAGES)
            .that(distortion >= 0 && distortion <= 3, "distortion", "must be in 0..3", distortion)
            .that(noise >= 0 && noise <= 1, "noise", "must be in 0..1", noise);
    LabelNoise.check(checks, labelNoise);
    checks.done();
  }

  @Override
  public TaskData prepare(SeedTree seeds) {
    int[] right = new int[train];
    byte[] trainPixels = draw(right, seeds.child("train"));
    int[] trainLabels = LabelNoise.corrupt(right, CLASSES, labelNoise, seeds);
    int[] evalLabels = new int[eval];
    byte[] evalPixels = draw(evalLabels, seeds.child("eval"));
    return new TaskData(examples(trainPixels, trainLabels), examples(evalPixels, evalLabels));
  }

  /** The pixels; {@code labels} receives the classes. */
  private byte[] draw(int[] labels, SeedTree seeds) {
    byte[] pixels = new byte[Math.multiplyExact(labels.length, SHAPE.size())];
    for (int i = 0; i < labels.length; i++) {
      Stream stream = seeds.stream("image" + i);
      labels[i] = stream.below(CLASSES);
      DigitPen.draw(labels[i], distortion, noise, stream, pixels, i * SHAPE.size());
    }
    return pixels;
  }

  private static Examples examples(byte[] pixels, int[] labels) {
    return new Examples(
        Normalisation.UNIT.features(pixels, SHAPE), new ClassTargets(labels, CLASSES));
  }
}
