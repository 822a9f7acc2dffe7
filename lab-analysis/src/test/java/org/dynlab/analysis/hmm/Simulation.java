package org.dynlab.analysis.hmm;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.model.GaussianHmm;

/** Random models, and rows drawn from models. */
public final class Simulation {
  private Simulation() {}

  /**
   * A random model.
   *
   * @param forbidden share of the transitions off the diagonal that are 0
   */
  public static GaussianHmm model(
      Covariances kind, int states, int width, double forbidden, SplittableRandom random) {
    double[] start = distribution(states, random, 0, 0);
    double[] transitions = new double[states * states];
    for (int i = 0; i < states; i++) {
      System.arraycopy(
          distribution(states, random, forbidden, i), 0, transitions, i * states, states);
    }
    double[] means = uniform(states * width, 2, random);
    double[] covariances = new double[kind.size(states, width)];
    if (kind.matrices()) {
      for (int begin = 0; begin < covariances.length; begin += width * width) {
        System.arraycopy(matrix(width, random), 0, covariances, begin, width * width);
      }
    } else {
      covariances = random.doubles(covariances.length, 0.1, 1.5).toArray();
    }
    return GaussianHmm.of(kind, start, transitions, means, covariances);
  }

  private static double[] distribution(
      int states, SplittableRandom random, double forbidden, int always) {
    double[] values = random.doubles(states, 0.05, 1).toArray();
    double sum = 0;
    for (int i = 0; i < states; i++) {
      values[i] = i != always && random.nextDouble() < forbidden ? 0 : values[i];
      sum += values[i];
    }
    for (int i = 0; i < states; i++) {
      values[i] /= sum;
    }
    return values;
  }

  private static double[] uniform(int count, double most, SplittableRandom random) {
    return random.doubles(count, -most, most).toArray();
  }

  private static double[] matrix(int width, SplittableRandom random) {
    double[] root = uniform(width * width, 0.7, random);
    double[] matrix = new double[width * width];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        matrix[i * width + j] = i == j ? 0.1 : 0;
        for (int k = 0; k < width; k++) {
          matrix[i * width + j] += root[i * width + k] * root[j * width + k];
        }
      }
    }
    return matrix;
  }

  /** Rows of a model, one run of each length. */
  public static Sequences rows(GaussianHmm model, SplittableRandom random, int... lengths) {
    List<String> columns =
        IntStream.range(0, model.width()).mapToObj(column -> "c" + column).toList();
    Sequences.Builder builder = new Sequences.Builder(columns);
    double[][] roots = roots(model);
    for (int run = 0; run < lengths.length; run++) {
      double[][] rows = new double[lengths[run]][];
      int state = -1;
      for (int t = 0; t < rows.length; t++) {
        state = next(model, state, random);
        rows[t] = row(model, state, roots[state], random);
      }
      builder.add("run" + run, rows);
    }
    return builder.build();
  }

  private static int next(GaussianHmm model, int state, SplittableRandom random) {
    double rest = random.nextDouble();
    int next = -1;
    while (rest >= 0 && next < model.states() - 1) {
      next++;
      rest -= state < 0 ? model.start(next) : model.transition(state, next);
    }
    return next;
  }

  private static double[] row(
      GaussianHmm model, int state, double[] root, SplittableRandom random) {
    int width = model.width();
    double[] noise = new double[width];
    double[] row = new double[width];
    for (int i = 0; i < width; i++) {
      noise[i] = random.nextGaussian();
      row[i] = model.mean(state, i);
      for (int j = 0; j <= i; j++) {
        row[i] += root[i * width + j] * noise[j];
      }
    }
    return row;
  }

  private static double[][] roots(GaussianHmm model) {
    double[][] roots = new double[model.states()][];
    for (int k = 0; k < roots.length; k++) {
      roots[k] = root(model, k);
    }
    return roots;
  }

  /** A Cholesky factor, row by row as in the textbooks. */
  private static double[] root(GaussianHmm model, int k) {
    int width = model.width();
    double[] root = new double[width * width];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = model.covariance(k, i, j);
        for (int h = 0; h < j; h++) {
          sum -= root[i * width + h] * root[j * width + h];
        }
        root[i * width + j] = i == j ? Math.sqrt(sum) : sum / root[j * width + j];
      }
    }
    return root;
  }
}
