package org.dynlab.tasks;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Features;
import org.dynlab.core.task.TaskData;

/**
 * The table of a binary operation on the elements 0..elements-1, as a task: some of its cells are
 * learned, the others are asked.
 *
 * <p>Split: the cells, numbered row after row, are put in a random order drawn from the seed stream
 * {@code split}; the first {@code train} are the train set and all others are the eval set, both in
 * that order. Only train labels are ever made wrong, see {@link LabelNoise}.
 *
 * @param elements number of rows, and of classes
 * @param firstY the second operand of the first column; there are elements - firstY columns
 * @param result the element that is x combined with y
 */
record OperationTable(int elements, int firstY, IntBinaryOperator result) {

  /** What of a table is learned, and in which form. */
  record Lesson(double trainFraction, Encoding encoding, double labelNoise) {}

  int cells() {
    return elements * (elements - firstY);
  }

  TaskData split(Lesson lesson, SeedTree seeds) {
    int[] order = seeds.stream("split").permutation(cells());
    int train = Share.of(lesson.trainFraction, order.length);
    int[] taught = Arrays.copyOf(order, train);
    int[] asked = Arrays.copyOfRange(order, train, order.length);
    int[] labels = LabelNoise.corrupt(labels(taught), elements, lesson.labelNoise, seeds);
    return new TaskData(
        new Examples(inputs(taught, lesson.encoding), new ClassTargets(labels, elements)),
        new Examples(inputs(asked, lesson.encoding), new ClassTargets(labels(asked), elements)));
  }

  private Features inputs(int[] cells, Encoding encoding) {
    int[] x = Arrays.stream(cells).map(this::x).toArray();
    int[] y = Arrays.stream(cells).map(this::y).toArray();
    return encoding.encode(x, y, elements);
  }

  private int[] labels(int[] cells) {
    return Arrays.stream(cells).map(cell -> result.applyAsInt(x(cell), y(cell))).toArray();
  }

  private int x(int cell) {
    return cell / (elements - firstY);
  }

  private int y(int cell) {
    return cell % (elements - firstY) + firstY;
  }
}
