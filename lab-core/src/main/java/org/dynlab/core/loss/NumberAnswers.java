package org.dynlab.core.loss;

/** Real numbers for every output of every example; as a label array the same numbers. */
public final class NumberAnswers implements Answers {
  private final double[] values;
  private final int outputs;
  private final double tolerance;

  /**
   * @param values [n, outputs], column after column; not copied, must not be written
   * @param outputs numbers per example
   * @param tolerance an example counts as right if its mean squared error is at most this; NaN if
   *     none is right
   */
  public NumberAnswers(double[] values, int outputs, double tolerance) {
    this.values = values;
    this.outputs = outputs;
    this.tolerance = tolerance;
  }

  @Override
  public int rows() {
    return values.length / outputs;
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public void labels(double[] into) {
    System.arraycopy(values, 0, into, 0, values.length);
  }

  /** into[0, count) ← the numbers of one output, from example {@code first} on. */
  void copy(int output, int first, double[] into, int count) {
    System.arraycopy(values, output * rows() + first, into, 0, count);
  }

  /** The number for that output of that example. */
  double at(int row, int output) {
    return values[output * rows() + row];
  }

  /** Whether an example with that mean squared error is right. */
  boolean right(double meanSquaredError) {
    return meanSquaredError <= tolerance;
  }
}
