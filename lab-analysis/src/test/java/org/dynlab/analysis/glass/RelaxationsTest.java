package org.dynlab.analysis.glass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.curve.Curve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RelaxationsTest {
  private static final Observable LOSS = Observable.of("train.loss");
  private static final long[] STEPS =
      LongStream.concat(
              LongStream.of(0),
              LongStream.range(0, 60).map(i -> Math.round(Math.pow(10, 5 * i / 59.0))))
          .distinct()
          .toArray();

  private static Relaxations fit(Curve... curves) {
    List<Run> runs = new ArrayList<>();
    for (Curve curve : curves) {
      Map<String, Curve> columns = Map.of("train.loss", curve);
      runs.add(Samples.run(runs.size(), runs.size(), Map.of(), RunState.COMPLETED, "", columns));
    }
    return Relaxations.of(new Arm(Map.of(), runs), LOSS);
  }

  private static Curve curve(long[] steps, DoubleUnaryOperator value) {
    return new Curve(
        steps, LongStream.of(steps).mapToDouble(s -> value.applyAsDouble((double) s)).toArray());
  }

  private static double kohlrausch(double t, double tau, double beta) {
    return 0.3 + 4.2 * Math.exp(-Math.pow(t / tau, beta));
  }

  @ParameterizedTest
  @CsvSource({"2000, 0.6", "50, 1.3", "10000, 0.35", "300, 1"})
  void exactDataGiveBackTheirParameters(double tau, double beta) {
    RunRelaxation run = fit(curve(STEPS, t -> kohlrausch(t, tau, beta))).runs().get(0);
    Relaxation found = run.of(Law.KOHLRAUSCH);
    assertThat(found.tau().value()).isCloseTo(tau, Percentage.withPercentage(1e-4));
    assertThat(found.beta().value()).isCloseTo(beta, within(1e-6));
    assertThat(found.end().value()).isCloseTo(0.3, within(1e-6));
    assertThat(found.start().value()).isCloseTo(4.5, within(1e-6));
    assertThat(found.at(tau)).isCloseTo(kohlrausch(tau, tau, beta), within(1e-6));
    assertThat(found.atBound()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Law.class)
  void theLawThatMadeTheDataTellsThemBest(Law made) {
    SplittableRandom random = new SplittableRandom(4);
    double beta = made == Law.EXPONENTIAL ? 1 : 0.5;
    Curve[] curves =
        Stream.generate(
                () -> curve(STEPS, t -> 4 * made.g(t / 500, beta) + 0.02 * random.nextGaussian()))
            .limit(20)
            .toArray(Curve[]::new);
    Relaxations found = fit(curves);
    assertThat(found.runs()).hasSize(20);
    assertThat(found.best(made)).isGreaterThanOrEqualTo(made == Law.EXPONENTIAL ? 15 : 19);
    RunRelaxation first = found.runs().get(0);
    assertThat(first.behind(first.best().law())).isZero();
  }

  /** Within three standard errors in at least 98 % of 200 noisy curves, each parameter. */
  @Test
  void standardErrorsTellHowFarOffParametersAre() {
    SplittableRandom random = new SplittableRandom(6);
    int[] within = new int[4];
    int trials = 200;
    for (int trial = 0; trial < trials; trial++) {
      Curve noisy = curve(STEPS, t -> kohlrausch(t, 800, 0.6) + 0.05 * random.nextGaussian());
      Relaxation found = fit(noisy).runs().get(0).of(Law.KOHLRAUSCH);
      within[0] += near(found.end(), 0.3);
      within[1] += near(found.start(), 4.5);
      within[2] += near(found.tau(), 800);
      within[3] += near(found.beta(), 0.6);
    }
    for (int count : within) {
      assertThat((double) count / trials).isGreaterThanOrEqualTo(0.98);
    }
  }

  private static int near(Parameter parameter, double truth) {
    return Math.abs(parameter.value() - truth) <= 3 * parameter.standardError() ? 1 : 0;
  }

  /** The file says what made it; kohlrausch.py stands beside it. */
  @ParameterizedTest
  @EnumSource(Law.class)
  void scipyFindsTheSame(Law law) {
    Map<String, double[]> reference = reference();
    long[] steps = DoubleStream.of(reference.get("step")).mapToLong(Math::round).toArray();
    Relaxation found = fit(new Curve(steps, reference.get("value"))).runs().get(0).of(law);
    double[] expected = reference.get(law.name().toLowerCase(Locale.ROOT));
    List<Parameter> parameters =
        law == Law.EXPONENTIAL
            ? List.of(found.end(), found.start(), found.tau())
            : List.of(found.end(), found.start(), found.tau(), found.beta());
    int p = parameters.size();
    for (int k = 0; k < p; k++) {
      assertThat(parameters.get(k).value()).isCloseTo(expected[k], close(expected[k]));
      assertThat(parameters.get(k).standardError())
          .isCloseTo(expected[p + k], close(expected[p + k]));
    }
  }

  private static Offset<Double> close(double value) {
    return within(2e-5 * Math.abs(value));
  }

  private static Map<String, double[]> reference() {
    Map<String, double[]> lines = new LinkedHashMap<>();
    try (InputStream in = RelaxationsTest.class.getResourceAsStream("kohlrausch.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        String[] words = line.split(" ", -1);
        if (words.length > 1 && !words[0].equals("#")) {
          lines.put(words[0], Stream.of(words).skip(1).mapToDouble(Double::parseDouble).toArray());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  @Test
  void everyDecadeCountsAlikeHoweverDenselyItWasMeasured() {
    long[] dense = LongStream.rangeClosed(0, 3000).toArray();
    Decay decay = new Decay(curve(dense, t -> t), 0);
    double first = 0;
    double last = 0;
    for (int i = 1; i < decay.size(); i++) {
      first += decay.time(i) >= 10 && decay.time(i) < 100 ? decay.weight(i) : 0;
      last += decay.time(i) >= 100 && decay.time(i) < 1000 ? decay.weight(i) : 0;
    }
    assertThat(last / first).isCloseTo(1, within(0.05));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | 1 | 5 finite points after the origin, needs at least 8",
        "40 | 100 | spans 0.143 decades of time, needs at least 1"
      })
  void curvesThatSayTooLittleAreRefused(int points, int first, String reason) {
    long[] steps = LongStream.range(0, points).map(i -> first + i).toArray();
    assertThat(fit(curve(steps, t -> kohlrausch(t, 50, 1))).leftOut())
        .extracting(LeftOut::reason)
        .containsExactly(reason);
  }

  @Test
  void flatNoiseDoesNotRelax() {
    SplittableRandom random = new SplittableRandom(1);
    Curve[] curves =
        Stream.generate(() -> curve(STEPS, t -> 1 + 0.1 * random.nextGaussian()))
            .limit(100)
            .toArray(Curve[]::new);
    Relaxations found = fit(curves);
    assertThat(found.runs().size()).isLessThanOrEqualTo(3);
    assertThat(found.leftOut())
        .allMatch(run -> run.reason().equals("does not relax: a constant tells it about as well"));
  }

  @Test
  void accuraciesRelaxAsTheirComplement() {
    Map<String, Curve> columns =
        Map.of("eval.accuracy", curve(STEPS, t -> 1 - 0.9 * Math.exp(-Math.max(0, t - 10) / 700)));
    Run run = Samples.run(0, 0, Map.of(), RunState.COMPLETED, "", columns);
    Observable error = new Observable("eval.accuracy", true, 10);
    Relaxations found = Relaxations.of(new Arm(Map.of(), List.of(run)), error);
    assertThat(error.name()).isEqualTo("1 - eval.accuracy");
    assertThat(found.tau(Law.EXPONENTIAL).median()).isCloseTo(700, within(1e-3));
    assertThat(found.runs().get(0).extrapolates(Law.EXPONENTIAL)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Law.class)
  void derivativesAgreeWithDifferences(Law law) {
    double[] at = {0.3, 4.2, Math.log(70), law == Law.EXPONENTIAL ? 1 : 0.7};
    double h = 1e-6;
    for (double t : new double[] {0, 1, 50, 400}) {
      double[] row = Fit.jacobian(law, t, at);
      double up = law.g(t / Math.exp(at[2] + h), at[3]);
      double down = law.g(t / Math.exp(at[2] - h), at[3]);
      assertThat(row[2]).isCloseTo(at[1] * (up - down) / (2 * h), within(1e-7));
      double more = law.g(t / 70, at[3] + h);
      double less = law.g(t / 70, at[3] - h);
      assertThat(row[3]).isCloseTo(at[1] * (more - less) / (2 * h), within(1e-7));
    }
  }
}
