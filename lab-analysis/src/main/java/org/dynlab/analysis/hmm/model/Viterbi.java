package org.dynlab.analysis.hmm.model;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.data.Sequences;

/**
 * The likeliest path of states of each sequence (Viterbi 1967, doi:10.1109/TIT.1967.1054010), as
 * hmmlearn 0.3.3 finds it: of equally likely last states the first, of equally likely predecessors
 * the last. Forbidden transitions are taken if there is no other way; the log probability is then
 * −∞. O(T·K²).
 */
public final class Viterbi {
  private Viterbi() {}

  /** One path per run. */
  public static List<Path> paths(GaussianHmm model, Sequences sequences) {
    Frames frames = Frames.of(sequences);
    Smoother smoother = new Smoother(model, frames);
    double[] logStart = LogRecursion.logs(model.startProbabilities());
    double[] logTransitions = LogRecursion.logs(model.transitionProbabilities());
    List<Path> paths = new ArrayList<>();
    for (int run = 0; run < sequences.count(); run++) {
      StateRows densities = smoother.logDensities(run);
      double[] best = best(logStart, logTransitions, densities, sequences.length(run));
      paths.add(path(sequences.runs().get(run), logTransitions, best, logStart.length));
    }
    return List.copyOf(paths);
  }

  /** The log probability of the likeliest path that ends in each state, row by row. */
  private static double[] best(double[] start, double[] moves, StateRows densities, int length) {
    int states = start.length;
    double[] best = new double[length * states];
    for (int t = 0; t < length; t++) {
      for (int i = 0; i < states; i++) {
        double before = t == 0 ? start[i] : Double.NEGATIVE_INFINITY;
        for (int j = 0; t > 0 && j < states; j++) {
          before = Math.max(before, best[(t - 1) * states + j] + moves[j * states + i]);
        }
        best[t * states + i] = before + densities.get(t, i);
      }
    }
    return best;
  }

  private static Path path(String run, double[] moves, double[] best, int states) {
    int[] path = new int[best.length / states];
    int last = path.length - 1;
    for (int k = 1; k < states; k++) {
      if (best[last * states + k] > best[last * states + path[last]]) {
        path[last] = k;
      }
    }
    for (int t = last - 1; t >= 0; t--) {
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < states; i++) {
        double value = best[t * states + i] + moves[i * states + path[t + 1]];
        if (value >= most) {
          most = value;
          path[t] = i;
        }
      }
    }
    return new Path(run, path, best[last * states + path[last]]);
  }
}
