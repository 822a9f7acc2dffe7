package org.dynlab.tasks.images;

import java.util.List;
import java.util.Map;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.ImageFeatures.Shape;
import org.dynlab.core.task.Task;
import org.dynlab.core.task.TaskData;
import org.dynlab.tasks.LabelNoise;
import org.dynlab.tasks.files.DataFolders;

/**
 * MNIST: grey pictures of handwritten digits, 28 × 28 pixels, ten classes; 60000 to train on and
 * 10000 others to be judged by (LeCun et al. 1998, doi:10.1109/5.726791). The four files are looked
 * for in {@link DataFolders} and read byte by byte against their known SHA-256.
 *
 * <p>{@code train: 1000, subset: first} is the set of Omnigrok (arXiv:2210.01117, code). The eval
 * set is the first {@code eval} test images; of the 10000 the first half is known to be easier than
 * the second. Label noise never touches the eval set.
 *
 * <p>Memory: 784 bytes an image until it is batched. Cost of preparing: about half a second for the
 * whole set, most of it the SHA-256.
 */
@Meaning("handwritten digits, 28 x 28 grey pixels; lab data fetch mnist gets the files")
public record Mnist(
    @Meaning("training images, 1..60000") @Default("60000") int train,
    @Meaning("which training images: the first, or drawn anew for every seed") @Default("first")
        Subset subset,
    @Meaning("eval images, 1..10000: the first of the test file") @Default("10000") int eval,
    @Meaning("share of train labels that are wrong, in [0, 1]; which, depends on the seed")
        @Default("0")
        double labelNoise,
    @Meaning("unit: pixels in [0, 1]; standard: (pixel - 0.1307)/0.3081") @Default("unit")
        Normalisation normalisation)
    implements Task {
  private static final int CLASSES = 10;
  private static final Shape SHAPE = new Shape(1, MnistFile.SIDE, MnistFile.SIDE);
  private static final int TRAIN_IMAGES = 60_000;
  private static final int EVAL_IMAGES = 10_000;

  /** Checks the ranges. */
  public Mnist {
    Checks checks =
        new Checks().range("train", train, 1, TRAIN_IMAGES).range("eval", eval, 1, EVAL_IMAGES);
    LabelNoise.check(checks, labelNoise);
    checks.done();
  }

  @Override
  public TaskData prepare(SeedTree seeds) {
    return prepare(seeds, DataFolders.ofThisProcess());
  }

  TaskData prepare(SeedTree seeds, DataFolders folders) {
    Map<MnistFile, byte[]> files = MnistFolder.find(folders).read(List.of(MnistFile.values()));
    int[] trainRows = subset.rows(train, TRAIN_IMAGES, seeds);
    int[] evalRows = Subset.FIRST.rows(eval, EVAL_IMAGES, seeds);
    int[] right = labels(files.get(MnistFile.TRAIN_LABELS), trainRows);
    int[] trainLabels = LabelNoise.corrupt(right, CLASSES, labelNoise, seeds);
    int[] evalLabels = labels(files.get(MnistFile.EVAL_LABELS), evalRows);
    return new TaskData(
        examples(files.get(MnistFile.TRAIN_IMAGES), trainRows, trainLabels),
        examples(files.get(MnistFile.EVAL_IMAGES), evalRows, evalLabels));
  }

  private Examples examples(byte[] pixels, int[] rows, int[] labels) {
    return new Examples(
        normalisation.features(pixels, SHAPE).select(rows), new ClassTargets(labels, CLASSES));
  }

  private static int[] labels(byte[] file, int[] rows) {
    int[] labels = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = file[rows[i]];
    }
    return labels;
  }
}
