package org.dynlab.bench;

import java.util.Arrays;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.SequenceFeatures;
import org.dynlab.core.task.Task;
import org.dynlab.core.task.TaskData;

/**
 * Random sentences (x, y, =) with the sums modulo p, as many as wanted: the inputs of the
 * transformer benchmark, the same in shape as those of its PyTorch twin.
 *
 * @param rows training examples; the eval set has a few more
 * @param modulus p; there are p + 1 symbols
 */
record RandomSentences(int rows, int modulus) implements Task {
  private static final int EVAL_ROWS = 8;

  @Override
  public TaskData prepare(SeedTree seeds) {
    Stream stream = seeds.stream("pairs");
    return new TaskData(draw(rows, stream), draw(EVAL_ROWS, stream));
  }

  private Examples draw(int count, Stream stream) {
    int[] symbols = new int[3 * count];
    Arrays.setAll(symbols, k -> k % 3 == 2 ? modulus : stream.below(modulus));
    int[] labels = new int[count];
    Arrays.setAll(labels, i -> (symbols[3 * i] + symbols[3 * i + 1]) % modulus);
    SequenceFeatures features = new SequenceFeatures(symbols, 3, modulus + 1);
    return new Examples(features, new ClassTargets(labels, modulus));
  }
}
