package org.dynlab.analysis.hmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dynlab.analysis.hmm.Fixture.Case;
import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.fit.BaumWelch;
import org.dynlab.analysis.hmm.fit.Fit;
import org.dynlab.analysis.hmm.map.PosteriorGradient;
import org.dynlab.analysis.hmm.model.GaussianHmm;
import org.dynlab.analysis.hmm.model.Path;
import org.dynlab.analysis.hmm.model.Posteriors;
import org.dynlab.analysis.hmm.model.Score;
import org.dynlab.analysis.hmm.model.Viterbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything in the file of reference numbers, to 1e-9 of the larger of 1 and the number. */
class ReferenceTest {
  private static final double CLOSE = 1e-9;

  private final Sequences rows = Fixture.sequences();

  static Stream<Case> cases() {
    return Fixture.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void scoresAndCriteriaAreThoseOfHmmlearn(Case each) {
    Score score = Score.of(each.model(), rows);
    close(score.logLikelihood(), each.number("score"));
    close(score.aic(), each.number("aic"));
    close(score.bic(), each.number("bic"));
    assertThat((double) score.parameters()).isEqualTo(each.number("n_params"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void posteriorsAreThoseOfHmmlearn(Case each) {
    List<Posteriors> posteriors = Posteriors.of(each.model(), rows);
    double[] smoothed = each.numbers("posteriors");
    double[] filtered = each.numbers("filtered_posterior_seq0");
    int states = each.model().states();
    int row = 0;
    for (int run = 0; run < rows.count(); run++) {
      for (int t = 0; t < rows.length(run); t++, row++) {
        for (int k = 0; k < states; k++) {
          close(posteriors.get(run).smoothed(t, k), smoothed[row * states + k]);
        }
      }
    }
    for (int i = 0; i < filtered.length; i++) {
      close(posteriors.get(0).filtered(i / states, i % states), filtered[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void likeliestPathsAreThoseOfHmmlearn(Case each) {
    List<Path> paths = Viterbi.paths(each.model(), rows);
    double[] expected = each.numbers("viterbi");
    int[] found = paths.stream().flatMapToInt(path -> IntStream.of(path.states())).toArray();
    assertThat(Arrays.stream(found).asDoubleStream().toArray()).isEqualTo(expected);
    close(paths.stream().mapToDouble(Path::logProbability).sum(), each.number("viterbi_logprob"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fitsGoThroughTheParametersOfHmmlearn(Case each) {
    for (boolean fast : new boolean[] {true, false}) {
      BaumWelch fitting = new BaumWelch((int) each.number("n_iter"), 0.01, fast);
      Fit fit = fitting.fit(each.start().model(), Frames.of(rows));
      GaussianHmm model = fit.model();
      assertThat((double) fit.iterations()).isEqualTo(each.number("iters_run"));
      assertThat(fit.converged()).isEqualTo(each.number("n_iter") == 100);
      assertThat(fit.repairs()).isEmpty();
      close(doubles(fit.logLikelihoods()), each.numbers("history"));
      close(model.startProbabilities(), each.numbers("startprob"));
      close(model.transitionProbabilities(), each.numbers("transmat"));
      close(model.allMeans(), each.numbers("means"));
      close(model.allCovariances(), each.numbers("covars"));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientsAreTheClosedFormAndThoseOfTheNotebook(Case each) {
    GaussianHmm model = each.model();
    PosteriorGradient gradient = new PosteriorGradient(model);
    double[] filtered = each.numbers("filtered_posterior_seq0");
    double[] expected = each.numbers("dlogpost_seq0");
    double[] notebook = each.numbers("dlogpost_repo_scalarZ_seq0");
    int at = 0;
    for (int t = 0; t < rows.length(0); t++) {
      double[] row = {rows.value(0, t, 0), rows.value(0, t, 1)};
      double[] alpha = Arrays.copyOfRange(filtered, t * model.states(), (t + 1) * model.states());
      for (int k = 0; k < model.states(); k++, at += 2) {
        close(gradient.of(k, row, alpha), Arrays.copyOfRange(expected, at, at + 2));
        close(gradient.withSummedColumns(k, row, alpha), Arrays.copyOfRange(notebook, at, at + 2));
      }
    }
  }

  private static double[] doubles(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void close(double[] found, double[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      close(found[i], expected[i]);
    }
  }

  private static void close(double found, double expected) {
    assertThat(found).isCloseTo(expected, within(CLOSE * Math.max(1, Math.abs(expected))));
  }
}
