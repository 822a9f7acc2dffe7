package org.dynlab.bench;

import java.util.Arrays;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Task;
import org.dynlab.core.task.TaskData;
import org.dynlab.core.task.TokenFeatures;

/**
 * Random pairs of numbers with their sums modulo the number of classes, as many as wanted: the
 * inputs of the step benchmark, the same in shape as those of its PyTorch twin.
 *
 * @param rows training examples; the eval set has a few more
 * @param width length of the one-hot input, two numbers of half that range
 * @param dense one-hot rows instead of token positions
 */
record RandomPairs(int rows, int width, int classes, boolean dense) implements Task {
  private static final int EVAL_ROWS = 8;

  @Override
  public TaskData prepare(SeedTree seeds) {
    Stream stream = seeds.stream("pairs");
    return new TaskData(draw(rows, stream), draw(EVAL_ROWS, stream));
  }

  private Examples draw(int count, Stream stream) {
    int half = width / 2;
    int[] tokens = new int[2 * count];
    Arrays.setAll(tokens, i -> (i % 2) * half + stream.below(half));
    int[] labels = new int[count];
    Arrays.setAll(labels, i -> (tokens[2 * i] + tokens[2 * i + 1] - half) % classes);
    TokenFeatures features = new TokenFeatures(tokens, 2, width);
    return new Examples(dense ? features.toDense() : features, new ClassTargets(labels, classes));
  }
}
