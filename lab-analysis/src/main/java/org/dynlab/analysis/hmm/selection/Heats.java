package org.dynlab.analysis.hmm.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.dynlab.analysis.hmm.cluster.Points;
import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.fit.BaumWelch;
import org.dynlab.analysis.hmm.fit.Fit;
import org.dynlab.analysis.hmm.model.GaussianHmm;
import org.dynlab.analysis.hmm.model.Score;
import org.dynlab.analysis.hmm.selection.Candidate.Restart;
import org.dynlab.analysis.hmm.selection.ModelSelection.Settings;

/**
 * The fits for all numbers of states. Where the best fit alone speaks for a number of states, each
 * start is fitted for {@value #SHORT} iterations first, and only the {@value #FINALISTS} that make
 * the held-out runs likeliest go on to the end (short runs of EM: Biernacki, Celeux and Govaert
 * 2003, doi:10.1016/S0167-9473(02)00163-9). Where all fits speak, all go to the end.
 */
final class Heats {
  static final int SHORT = 12;
  static final int FINALISTS = 2;

  private final Settings settings;
  private final Points points;
  private final Frames fitted;
  private final Frames heldOut;

  /**
   * What takes part.
   *
   * @param points the rows of the frames, for starts
   * @param fitted rows of the runs that are fitted
   * @param heldOut rows of the others
   */
  Heats(Settings settings, Points points, Frames fitted, Frames heldOut) {
    this.settings = settings;
    this.points = points;
    this.fitted = fitted;
    this.heldOut = heldOut;
  }

  private record Begun(int states, long seed, Fit fit, double heldOut) {}

  /** Candidates with 1 to that many states. The longest fits come first: no thread ends late. */
  List<Candidate> candidates(int most, Workers workers) {
    int starts = settings.restarts();
    List<Callable<Begun>> first = new ArrayList<>();
    for (int states = most; states >= 1; states--) {
      for (int restart = 0; restart < starts; restart++) {
        int k = states;
        long seed = ModelSelection.seed(settings.seed(), k, restart);
        first.add(() -> begin(k, seed));
      }
    }
    List<Begun> begun = workers.results(first);
    List<Begun> finalists = new ArrayList<>();
    for (int group = 0; group < most; group++) {
      finalists.addAll(finalists(begun.subList(group * starts, (group + 1) * starts)));
    }
    List<Restart> ended =
        workers.results(
            finalists.stream().map(each -> (Callable<Restart>) () -> end(each)).toList());
    int each = finalists.size() / most;
    return IntStream.rangeClosed(1, most)
        .mapToObj(
            k -> new Candidate(k, starts, ended.subList((most - k) * each, (most - k + 1) * each)))
        .toList();
  }

  private boolean all() {
    return settings.pooling() == Pooling.MEAN
        || settings.restarts() <= FINALISTS
        || settings.fitting().iterations() <= SHORT;
  }

  private Begun begin(int states, long seed) {
    GaussianHmm start = settings.start().draw(points, states, seed);
    BaumWelch whole = settings.fitting();
    Fit fit = (all() ? whole : whole.withIterations(SHORT)).fit(start, fitted);
    double likelihood = all() ? Double.NaN : Score.of(fit.model(), heldOut).logLikelihood();
    return new Begun(states, seed, fit, likelihood);
  }

  /** In the order of their starts. */
  private List<Begun> finalists(List<Begun> begun) {
    if (all()) {
      return begun;
    }
    List<Begun> best =
        begun.stream()
            .sorted(Comparator.comparingDouble(Begun::heldOut).reversed())
            .limit(FINALISTS)
            .toList();
    return begun.stream().filter(best::contains).toList();
  }

  private Restart end(Begun begun) {
    Fit fit = settings.fitting().further(begun.fit(), fitted);
    return new Restart(begun.seed(), fit, Score.of(fit.model(), heldOut));
  }
}
