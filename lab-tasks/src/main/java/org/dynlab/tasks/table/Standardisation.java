package org.dynlab.tasks.table;

/**
 * Makes columns comparable: x ← (x - mean)/deviation, both of the training rows alone; the
 * deviation is √(mean (x - mean)²). A column that is constant over the training rows is only
 * centred.
 */
final class Standardisation {
  private Standardisation() {}

  /**
   * @param values row-major [n, width]; rewritten in place
   * @param train row numbers whose statistics count, at least one
   */
  static void apply(double[] values, int width, int[] train) {
    for (int j = 0; j < width; j++) {
      double mean = mean(values, width, j, train);
      double deviation = deviation(values, width, j, train, mean);
      for (int at = j; at < values.length; at += width) {
        values[at] = (values[at] - mean) / (deviation > 0 ? deviation : 1);
      }
    }
  }

  private static double mean(double[] values, int width, int column, int[] rows) {
    double sum = 0;
    for (int row : rows) {
      sum += values[row * width + column];
    }
    return sum / rows.length;
  }

  private static double deviation(double[] values, int width, int column, int[] rows, double mean) {
    double sum = 0;
    for (int row : rows) {
      double away = values[row * width + column] - mean;
      sum += away * away;
    }
    return Math.sqrt(sum / rows.length);
  }
}
