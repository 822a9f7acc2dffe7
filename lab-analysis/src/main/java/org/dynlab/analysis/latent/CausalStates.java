package org.dynlab.analysis.latent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dynlab.analysis.hmm.cluster.Points;
import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.fit.BaumWelch;
import org.dynlab.analysis.hmm.fit.Fit;
import org.dynlab.analysis.hmm.fit.Start;
import org.dynlab.analysis.hmm.model.GaussianHmm;
import org.dynlab.analysis.hmm.model.Smoother;

/**
 * States that know nothing of the future, nor of the run they are said of: features are scaled by
 * mean and standard deviation over the rows of other runs, the model is fitted to these alone, and
 * the state of a row is the likeliest one given the rows up to it.
 *
 * @param states by run and row, those of left-out runs in their places
 */
record CausalStates(List<int[]> states) {
  private static final int STARTS = 3;
  private static final BaumWelch FITTING = new BaumWelch(12, 0.01, true);

  /**
   * States of all runs by a model that has not seen some of them.
   *
   * @param left which ones; not all
   */
  static CausalStates without(
      IntPredicate left, Sequences raw, int states, Start start, long seed) {
    List<Integer> others = IntStream.range(0, raw.count()).filter(left.negate()).boxed().toList();
    Sequences scaled = scaled(raw, others);
    GaussianHmm model = model(scaled.ofRuns(others), states, start, new SplittableRandom(seed));
    return new CausalStates(likeliest(model, scaled));
  }

  /** The likeliest of a few fits. */
  private static GaussianHmm model(
      Sequences training, int states, Start start, SplittableRandom seeds) {
    Points points = Points.of(training);
    Frames frames = Frames.of(training);
    return IntStream.range(0, STARTS)
        .mapToObj(k -> FITTING.fit(start.draw(points, states, seeds.nextLong()), frames))
        .max(Comparator.comparingDouble(CausalStates::likelihood))
        .orElseThrow()
        .model();
  }

  private static double likelihood(Fit fit) {
    return fit.logLikelihoods().get(fit.logLikelihoods().size() - 1);
  }

  private static List<int[]> likeliest(GaussianHmm model, Sequences scaled) {
    Smoother smoother = new Smoother(model, Frames.of(scaled));
    List<int[]> all = new ArrayList<>();
    for (int run = 0; run < scaled.count(); run++) {
      smoother.filter(run);
      int[] path = new int[scaled.length(run)];
      for (int t = 0; t < path.length; t++) {
        for (int k = 1; k < model.states(); k++) {
          path[t] = smoother.filtered(t, k) > smoother.filtered(t, path[t]) ? k : path[t];
        }
      }
      all.add(path);
    }
    return all;
  }

  /** All runs on the scale of some of them; a column that is constant there is 0 everywhere. */
  private static Sequences scaled(Sequences raw, List<Integer> others) {
    int width = raw.width();
    double[] means = new double[width];
    double[] deviations = new double[width];
    for (int column = 0; column < width; column++) {
      double[] cells = column(raw, others, column);
      double mean = IntStream.range(0, cells.length).mapToDouble(i -> cells[i]).average().orElse(0);
      double squares = 0;
      for (double cell : cells) {
        squares += (cell - mean) * (cell - mean);
      }
      means[column] = mean;
      deviations[column] = Math.sqrt(squares / cells.length);
    }
    Sequences.Builder builder = new Sequences.Builder(raw.columns());
    for (int run = 0; run < raw.count(); run++) {
      double[][] rows = new double[raw.length(run)][width];
      for (int t = 0; t < rows.length; t++) {
        for (int j = 0; j < width; j++) {
          double deviation = raw.value(run, t, j) - means[j];
          rows[t][j] = deviations[j] > 0 ? deviation / deviations[j] : 0;
        }
      }
      builder.add(raw.runs().get(run), rows);
    }
    return builder.build();
  }

  private static double[] column(Sequences raw, List<Integer> runs, int column) {
    return runs.stream()
        .flatMapToDouble(
            run -> IntStream.range(0, raw.length(run)).mapToDouble(t -> raw.value(run, t, column)))
        .toArray();
  }
}
