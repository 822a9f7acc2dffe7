package org.dynlab.instrument.progress;

/** Mean softmax cross-entropy, in nats, and accuracy of logits on some of n examples. */
final class Score {
  private final double loss;
  private final double accuracy;

  /**
   * @param logits [n, classes], column after column
   * @param labels the class of each of the n
   */
  Score(double[] logits, int[] labels, int from, int to) {
    int n = labels.length;
    double sum = 0;
    int right = 0;
    for (int i = from; i < to; i++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int at = i; at < logits.length; at += n) {
        largest = Math.max(largest, logits[at]);
      }
      double total = 0;
      for (int at = i; at < logits.length; at += n) {
        total += Math.exp(logits[at] - largest);
      }
      double own = logits[labels[i] * n + i];
      sum += largest + Math.log(total) - own;
      right += own == largest ? 1 : 0;
    }
    this.loss = sum / (to - from);
    this.accuracy = (double) right / (to - from);
  }

  double loss() {
    return loss;
  }

  double accuracy() {
    return accuracy;
  }
}
