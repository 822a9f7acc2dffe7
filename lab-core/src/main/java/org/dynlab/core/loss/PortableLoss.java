package org.dynlab.core.loss;

/** The loss of one example in its plainest form; what {@link FloatLoss} and its twin must give. */
public final class PortableLoss {

  private PortableLoss() {}

  /** Whether outputs z answer rightly. */
  public static boolean right(Loss loss, double[] z, Answers answers, int row) {
    if (answers instanceof NumberAnswers numbers) {
      return numbers.right(squaredError(z.clone(), targets(numbers, row)));
    }
    int label = ((ClassAnswers) answers).at(row);
    if (loss == Loss.HINGE) {
      return label == 1 ? z[0] > 0 : z[0] <= 0;
    }
    return largest(z) == label;
  }

  /** The loss of outputs z; z ← its gradient. */
  public static double at(Loss loss, double[] z, Answers answers, int row) {
    if (answers instanceof NumberAnswers numbers) {
      return squaredError(z, targets(numbers, row));
    }
    int label = ((ClassAnswers) answers).at(row);
    return switch (loss) {
      case SOFTMAX_CROSS_ENTROPY -> crossEntropy(z, label);
      case STABLE_MAX_CROSS_ENTROPY -> stableMax(z, label);
      case MEAN_SQUARED_ERROR -> squaredError(z, oneHot(z.length, label));
      case HINGE -> hinge(z, label);
    };
  }

  private static double crossEntropy(double[] z, int label) {
    double max = z[largest(z)];
    double sum = 0;
    for (double value : z) {
      sum += Math.exp(value - max);
    }
    double logSum = max + Math.log(sum);
    double loss = logSum - z[label];
    for (int j = 0; j < z.length; j++) {
      z[j] = Math.exp(z[j] - logSum) - (j == label ? 1 : 0);
    }
    return loss;
  }

  private static double stableMax(double[] z, int label) {
    double sum = 0;
    for (double value : z) {
      sum += stableExponential(value);
    }
    double loss = Math.log(sum) - Math.log(stableExponential(z[label]));
    for (int j = 0; j < z.length; j++) {
      double slope = z[j] >= 0 ? 1 : 1 / ((1 - z[j]) * (1 - z[j]));
      z[j] = slope / sum - (j == label ? slope / stableExponential(z[j]) : 0);
    }
    return loss;
  }

  private static double stableExponential(double x) {
    return x >= 0 ? x + 1 : 1 / (1 - x);
  }

  private static double squaredError(double[] z, double[] target) {
    double sum = 0;
    for (int j = 0; j < z.length; j++) {
      double difference = z[j] - target[j];
      sum += difference * difference;
      z[j] = 2 * difference / z.length;
    }
    return sum / z.length;
  }

  private static double hinge(double[] z, int label) {
    double sign = label == 1 ? 1 : -1;
    double margin = 1 - sign * z[0];
    z[0] = margin > 0 ? -sign : 0;
    return Math.max(0, margin);
  }

  private static double[] targets(NumberAnswers numbers, int row) {
    double[] target = new double[numbers.outputs()];
    for (int j = 0; j < target.length; j++) {
      target[j] = numbers.at(row, j);
    }
    return target;
  }

  private static double[] oneHot(int outputs, int label) {
    double[] target = new double[outputs];
    target[label] = 1;
    return target;
  }

  private static int largest(double[] z) {
    int best = 0;
    for (int j = 1; j < z.length; j++) {
      best = z[j] > z[best] ? j : best;
    }
    return best;
  }
}
