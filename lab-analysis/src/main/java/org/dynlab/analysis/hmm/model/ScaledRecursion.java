package org.dynlab.analysis.hmm.model;

import org.dynlab.analysis.hmm.data.Frames;

/**
 * Forward and backward recursions on probabilities: the largest density of each row is factored
 * out, and each row of the recursions is scaled to sum to 1. Takes K exponentials and one logarithm
 * for a row.
 *
 * <p>What falls below {@value #TINY} may get lost. A bound of the share that was lost is carried
 * along: it grows where a scale is small, as what was lost may have been what explains the later
 * rows, and is forgotten where every state has so much again that it cannot matter. Where it
 * exceeds {@value #NEGLIGIBLE} the recursion declines, and logarithms are needed.
 */
final class ScaledRecursion {
  private static final double TINY = 1e-290;
  private static final double NEGLIGIBLE = 1e-20;
  private static final double LOWEST_EXPONENT = -746;

  private final int states;
  private final double[] start;
  private final double[] transitions;
  private final double[] incoming;
  private final double[] densities;
  private final double[] lost;
  private final double[] weighted;
  private final double[] backward;
  private final PassageSums passages;

  /** The arrays of the block of rows at hand, by state. */
  private final double[][] block;

  ScaledRecursion(GaussianHmm model, int longest) {
    states = model.states();
    start = model.startProbabilities();
    transitions = model.transitionProbabilities();
    incoming = new double[states * states];
    for (int i = 0; i < states; i++) {
      for (int j = 0; j < states; j++) {
        incoming[j * states + i] = transitions[i * states + j];
      }
    }
    densities = new double[longest * states];
    lost = new double[longest];
    weighted = new double[states];
    backward = new double[states];
    passages = new PassageSums(states);
    block = new double[states][];
  }

  /** Fills the filtered probabilities row by row; NaN if it declines. */
  double forward(StateRows logDensities, int length, double[] filtered) {
    double likelihood = 0;
    double share = 0;
    for (int t = 0; t < length; t++) {
      if (t % Frames.BLOCK == 0) {
        take(logDensities, t / Frames.BLOCK);
      }
      likelihood += densitiesOf(t);
      double least = t == 0 ? begin(filtered) : advance(t, filtered);
      double scale = 0;
      for (int k = 0; k < states; k++) {
        scale += filtered[t * states + k];
      }
      double inverse = 1 / scale;
      for (int k = 0; k < states; k++) {
        filtered[t * states + k] *= inverse;
      }
      likelihood += Math.log(scale);
      share = carried(share, least, inverse);
      if (!(share <= NEGLIGIBLE)) {
        return Double.NaN;
      }
      lost[t] = share;
    }
    return likelihood;
  }

  /** The bound after a row with that smallest entry before it was scaled. */
  private double carried(double share, double least, double inverse) {
    double lostNow = least < TINY ? share + states * TINY : share;
    double scaled = lostNow * inverse;
    return scaled <= NEGLIGIBLE * least * inverse ? 0 : scaled;
  }

  private void take(StateRows rows, int number) {
    for (int k = 0; k < states; k++) {
      block[k] = rows.block(number, k);
    }
  }

  /** The densities of a row divided by their largest, whose logarithm is returned. */
  private double densitiesOf(int t) {
    int inBlock = t % Frames.BLOCK;
    int row = t * states;
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < states; k++) {
      double density = block[k][inBlock];
      densities[row + k] = density;
      most = Math.max(most, density);
    }
    for (int k = 0; k < states; k++) {
      double below = densities[row + k] - most;
      densities[row + k] = below > LOWEST_EXPONENT ? Math.exp(below) : 0;
    }
    return most;
  }

  private double begin(double[] filtered) {
    double least = 1;
    for (int k = 0; k < states; k++) {
      filtered[k] = start[k] * densities[k];
      least = Math.min(least, filtered[k]);
    }
    return least;
  }

  private double advance(int t, double[] filtered) {
    int before = (t - 1) * states;
    int now = t * states;
    double least = 1;
    for (int j = 0; j < states; j++) {
      double sum = 0;
      int column = j * states;
      for (int i = 0; i < states; i++) {
        sum += filtered[before + i] * incoming[column + i];
      }
      double value = sum * densities[now + j];
      filtered[now + j] = value;
      least = Math.min(least, value);
    }
    return least;
  }

  /**
   * After {@link #forward}: fills the smoothed probabilities by state and the expected transitions;
   * false if it declines.
   */
  boolean backward(int length, double[] filtered, StateRows smoothed, double[] counts) {
    passages.clear();
    int last = length - 1;
    for (int k = 0; k < states; k++) {
      backward[k] = 1.0 / states;
      smoothed.set(last, k, filtered[last * states + k]);
    }
    double share = 0;
    for (int t = last - 1; t >= 0; t--) {
      for (int j = 0; j < states; j++) {
        weighted[j] = densities[(t + 1) * states + j] * backward[j];
      }
      double least = retreat();
      double overlap = 0;
      double scale = 0;
      for (int i = 0; i < states; i++) {
        overlap += filtered[t * states + i] * backward[i];
        scale += backward[i];
      }
      share = carried(share, least, 1 / scale);
      if (!((lost[t] + share) * scale <= NEGLIGIBLE * overlap)) {
        return false;
      }
      if (t % Frames.BLOCK == Frames.BLOCK - 1 || t == last - 1) {
        take(smoothed, t / Frames.BLOCK);
      }
      smooth(t, filtered, 1 / overlap);
      for (int i = 0; i < states; i++) {
        backward[i] /= scale;
      }
      passages.next();
    }
    passages.total(counts);
    for (int c = 0; c < counts.length; c++) {
      counts[c] *= transitions[c];
    }
    return true;
  }

  private void smooth(int t, double[] filtered, double inverse) {
    int inBlock = t % Frames.BLOCK;
    for (int i = 0; i < states; i++) {
      double from = filtered[t * states + i] * inverse;
      block[i][inBlock] = from * backward[i];
      passages.set(i, from, weighted[i]);
    }
  }

  private double retreat() {
    double least = 1;
    for (int i = 0; i < states; i++) {
      double sum = 0;
      int row = i * states;
      for (int j = 0; j < states; j++) {
        sum += transitions[row + j] * weighted[j];
      }
      backward[i] = sum;
      least = Math.min(least, sum);
    }
    return least;
  }
}
