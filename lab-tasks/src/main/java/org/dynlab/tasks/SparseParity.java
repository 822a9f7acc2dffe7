package org.dynlab.tasks;

import java.util.HashSet;
import java.util.Set;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Task;
import org.dynlab.core.task.TaskData;

/**
 * Sparse parity: inputs are {@code bits} numbers -1 or +1, and the class is 1 if the product of the
 * k relevant ones is +1, otherwise 0 (Barak et al. 2022, arXiv:2207.08799). In a hinge loss class 1
 * is y = +1.
 *
 * <p>Examples: trainSize + evalSize different patterns, drawn uniformly from the seed stream {@code
 * patterns}, the train set first, so that no pattern is in both sets; with 40 bits this differs
 * from independent draws once in some two million runs. The defaults are those of Hu et al. 2023,
 * arXiv:2308.09543, whose text calls the label AND while their code, followed here, multiplies.
 * Memory: 8 · bits bytes an example.
 */
@Meaning("the sign of a product of a few of many +-1 bits")
public record SparseParity(
    @Meaning("length of the input, 1..64") @Default("40") int bits,
    @Meaning("k, how many bits matter, 1..bits") @Default("3") int relevant,
    @Meaning("which bits matter: the first k, or k drawn per seed") @Default("first")
        Positions positions,
    @Meaning("number of train examples, 1..1000000") @Default("1000") int trainSize,
    @Meaning("number of eval examples, 1..1000000") @Default("100") int evalSize)
    implements Task {

  private static final int MOST_EXAMPLES = 1_000_000;

  /** Where the relevant bits stand. */
  public enum Positions {
    /** Bits 0..k-1. */
    FIRST {
      @Override
      long mask(int bits, int relevant, SeedTree seeds) {
        return -1L >>> (Long.SIZE - relevant);
      }
    },
    /** k bits drawn from the seed stream {@code positions}. */
    RANDOM {
      @Override
      long mask(int bits, int relevant, SeedTree seeds) {
        int[] order = seeds.stream("positions").permutation(bits);
        long mask = 0;
        for (int i = 0; i < relevant; i++) {
          mask |= 1L << order[i];
        }
        return mask;
      }
    };

    /** Bit i is set if input i matters. */
    abstract long mask(int bits, int relevant, SeedTree seeds);
  }

  /** Checks the ranges. */
  public SparseParity {
    Checks checks = new Checks().range("bits", bits, 1, Long.SIZE);
    checks.that(relevant >= 1 && relevant <= bits, "relevant", "must be in 1..bits", relevant, "");
    checks.range("trainSize", trainSize, 1, MOST_EXAMPLES);
    checks.range("evalSize", evalSize, 1, MOST_EXAMPLES);
    checks.that(
        !checks.passed() || (double) trainSize + evalSize <= StrictMath.scalb(1.0, bits),
        "bits",
        "must give trainSize + evalSize different patterns",
        bits,
        "these are " + ((long) trainSize + evalSize) + ", there are 2^" + bits);
    checks.done();
  }

  @Override
  public TaskData prepare(SeedTree seeds) {
    Stream stream = seeds.stream("patterns");
    long mask = positions.mask(bits, relevant, seeds);
    Set<Long> drawn = new HashSet<>();
    long[] train = draw(trainSize, drawn, stream);
    long[] eval = draw(evalSize, drawn, stream);
    return new TaskData(examples(train, mask), examples(eval, mask));
  }

  /** Patterns not drawn before; bit i set means that input i is -1. */
  private long[] draw(int count, Set<Long> before, Stream stream) {
    long[] patterns = new long[count];
    for (int i = 0; i < count; i++) {
      do {
        patterns[i] = stream.nextLong() >>> (Long.SIZE - bits);
      } while (!before.add(patterns[i]));
    }
    return patterns;
  }

  private Examples examples(long[] patterns, long mask) {
    double[] inputs = new double[patterns.length * bits];
    int[] labels = new int[patterns.length];
    for (int row = 0; row < patterns.length; row++) {
      for (int i = 0; i < bits; i++) {
        inputs[row * bits + i] = (patterns[row] >>> i & 1) == 0 ? 1 : -1;
      }
      labels[row] = 1 - Long.bitCount(patterns[row] & mask) % 2;
    }
    return new Examples(new DenseFeatures(inputs, bits), new ClassTargets(labels, 2));
  }
}
