package org.dynlab.analysis.latent.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
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
 * @param scale of the rows
 * @param hmm of scaled rows
 */
record CausalModel(PooledScale scale, GaussianHmm hmm) {
  private static final int STARTS = 3;
  private static final BaumWelch FITTING = new BaumWelch(12, 0.01, true);

  /** The likeliest of a few fits to some of the runs. */
  static CausalModel of(Sequences raw, List<Integer> runs, int states, Start start, long seed) {
    PooledScale scale = PooledScale.of(raw, runs);
    Sequences training = scale.scaled(raw.ofRuns(runs));
    Points points = Points.of(training);
    Frames frames = Frames.of(training);
    SplittableRandom seeds = new SplittableRandom(seed);
    GaussianHmm hmm =
        IntStream.range(0, STARTS)
            .mapToObj(k -> FITTING.fit(start.draw(points, states, seeds.nextLong()), frames))
            .max(Comparator.comparingDouble(CausalModel::likelihood))
            .orElseThrow()
            .model();
    return new CausalModel(scale, hmm);
  }

  private static double likelihood(Fit fit) {
    return fit.logLikelihoods().get(fit.logLikelihoods().size() - 1);
  }

  /** The states of all runs, by run and row. */
  List<int[]> states(Sequences raw) {
    Sequences scaled = scale.scaled(raw);
    Smoother smoother = new Smoother(hmm, Frames.of(scaled));
    List<int[]> all = new ArrayList<>();
    for (int run = 0; run < scaled.count(); run++) {
      smoother.filter(run);
      int[] path = new int[scaled.length(run)];
      for (int t = 0; t < path.length; t++) {
        for (int k = 1; k < hmm.states(); k++) {
          path[t] = smoother.filtered(t, k) > smoother.filtered(t, path[t]) ? k : path[t];
        }
      }
      all.add(path);
    }
    return all;
  }
}
