package org.dynlab.analysis.hmm.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.dynlab.analysis.hmm.cluster.Points;
import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.fit.BaumWelch;
import org.dynlab.analysis.hmm.fit.Start;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.model.GaussianHmm;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/**
 * Models with 1 to K states, fitted from several starts to four fifths of the runs and scored on
 * the others (arXiv 2308.09543, section 2.1): the number of states is the one that the criterion
 * likes best, fewer of equals, see {@link Pooling}; of its fits the one with the largest held-out
 * likelihood is taken.
 *
 * @param split which runs were fitted, which held out
 * @param candidates by number of states, from 1
 * @param criterion by which was chosen
 * @param pooling and of which fits
 */
public record ModelSelection(
    RunSplit split, List<Candidate> candidates, Criterion criterion, Pooling pooling) {
  /** Most states that are tried. */
  public static final int MOST_STATES = 16;

  private static final int MOST_RESTARTS = 1000;
  private static final int MOST_THREADS = 1024;

  /** Copies the list. */
  public ModelSelection {
    candidates = List.copyOf(candidates);
  }

  /**
   * What to try.
   *
   * @param mostStates the largest K, 1 to {@value #MOST_STATES}
   * @param restarts starts for each K; how many of them are fitted to the end, {@link Heats} tells
   * @param seed of the split and of all starts
   */
  public record Settings(
      int mostStates,
      int restarts,
      Start start,
      BaumWelch fitting,
      Criterion criterion,
      Pooling pooling,
      long seed) {

    /** As {@link #published}, but by the best of the restarts, which is right more often. */
    public static Settings standard(long seed) {
      Settings published = published(seed);
      return new Settings(
          published.mostStates,
          published.restarts,
          published.start,
          published.fitting,
          published.criterion,
          Pooling.BEST,
          seed);
    }

    /** As in arXiv 2308.09543: full covariances, K up to 8, 5 restarts, mean BIC. */
    public static Settings published(long seed) {
      Start start = new Start(Covariances.FULL, 1);
      return new Settings(8, 5, start, BaumWelch.STANDARD, Criterion.BIC, Pooling.MEAN, seed);
    }

    /** The same with another largest K. */
    public Settings withStates(int most) {
      return new Settings(most, restarts, start, fitting, criterion, pooling, seed);
    }

    /** Refuses what cannot be tried. */
    public Settings {
      List<Problem> problems = new ArrayList<>();
      if (mostStates < 1 || mostStates > MOST_STATES) {
        String rule = "must be in 1.." + MOST_STATES;
        problems.add(new Problem("states", rule, String.valueOf(mostStates)));
      }
      if (restarts < 1 || restarts > MOST_RESTARTS) {
        String rule = "must be in 1.." + MOST_RESTARTS;
        problems.add(new Problem("restarts", rule, String.valueOf(restarts)));
      }
      if (!problems.isEmpty()) {
        throw new UserError(problems);
      }
    }
  }

  /**
   * Tries them all. The result does not depend on the number of threads. An objective that falls
   * ends it, see {@link BaumWelch}.
   *
   * @param scaled at least 2 runs; usually z-scores. With fewer rows than states to try, fewer are
   *     tried
   */
  public static ModelSelection of(Sequences scaled, Settings settings, int threads) {
    if (threads < 1 || threads > MOST_THREADS) {
      String got = String.valueOf(threads);
      throw new UserError("threads", "must be in 1.." + MOST_THREADS, got, "");
    }
    RunSplit split = RunSplit.of(scaled.count(), settings.seed());
    Sequences training = scaled.ofRuns(split.training());
    Points points = Points.of(training);
    Frames fitted = Frames.of(training);
    Frames heldOut = Frames.of(scaled.ofRuns(split.validation()));
    Heats heats = new Heats(settings, points, fitted, heldOut);
    int most = Math.min(settings.mostStates(), training.rows());
    List<Candidate> candidates = heats.candidates(most, new Workers(threads));
    return new ModelSelection(split, candidates, settings.criterion(), settings.pooling());
  }

  /** The seed of one start. */
  static long seed(long seed, int states, int restart) {
    return new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (1000L * states + restart + 1))
        .nextLong();
  }

  /** The chosen number of states with its fits. */
  public Candidate selected() {
    return candidates.stream()
        .min(Comparator.comparingDouble(candidate -> candidate.cost(criterion, pooling)))
        .orElseThrow();
  }

  /** The chosen model. */
  public GaussianHmm model() {
    return selected().best().fit().model();
  }
}
