package org.dynlab.tasks;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Task;
import org.dynlab.core.task.TaskData;

/**
 * The 12-bit task on which the information plane was first drawn (Shwartz-Ziv and Tishby 2017,
 * arXiv:1703.00810): all 4096 patterns of 12 bits, as numbers 0 and 1, most significant bit first,
 * with the two classes of {@link Icosahedron}. 2118 patterns are of class 1; the labels carry
 * 0.99916 bits. Row r of the table is the number r in binary.
 *
 * <p>The first floor(trainFraction · 4096) patterns of the chosen order are trained on, the others
 * are the eval set. Published estimates of information use all 4096.
 */
@Meaning("12 bits on the corners of an icosahedron, the task of the information plane")
public record InformationBits(
    @Meaning("share of all patterns that is trained on") @Default("0.8") double trainFraction,
    @Meaning("order that is cut: shuffled per seed, or counting from 0") @Default("shuffled")
        Order split)
    implements Task {

  private static final int PATTERNS = 1 << Icosahedron.CORNERS;

  /** In which order patterns are dealt out to the train set and then to the eval set. */
  public enum Order {
    /** Random, from the seed stream {@code split}; so does Saxe et al. 2018's code. */
    SHUFFLED {
      @Override
      int[] order(SeedTree seeds) {
        return seeds.stream("split").permutation(PATTERNS);
      }
    },
    /** 0, 1, 2, ...: the eval set has its first bits on. So does Shwartz-Ziv and Tishby's code. */
    COUNTING {
      @Override
      int[] order(SeedTree seeds) {
        return IntStream.range(0, PATTERNS).toArray();
      }
    };

    abstract int[] order(SeedTree seeds);
  }

  /** Checks the range. */
  public InformationBits {
    Checks checks = new Checks();
    Share.checkTrainFraction(checks, trainFraction, PATTERNS, "patterns");
    checks.done();
  }

  @Override
  public TaskData prepare(SeedTree seeds) {
    int[] order = split.order(seeds);
    int train = Share.of(trainFraction, PATTERNS);
    return new TaskData(
        examples(Arrays.copyOf(order, train)),
        examples(Arrays.copyOfRange(order, train, PATTERNS)));
  }

  private static Examples examples(int[] patterns) {
    int width = Icosahedron.CORNERS;
    double[] inputs = new double[patterns.length * width];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = Icosahedron.on(patterns[i / width], i % width) ? 1 : 0;
    }
    int[] labels = Arrays.stream(patterns).map(Icosahedron::label).toArray();
    return new Examples(new DenseFeatures(inputs, width), new ClassTargets(labels, 2));
  }
}
