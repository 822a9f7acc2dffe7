package org.dynlab.optim.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.Schedule;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.Trajectory;
import org.dynlab.optim.descent.Descend;
import org.dynlab.optim.descent.ScaleByAdam;
import org.dynlab.optim.schedule.Constant;
import org.dynlab.optim.schedule.Exponential;
import org.dynlab.optim.schedule.Linear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The links that only add noise, and how schedules size the noise of all rules. */
class NoiseLinksTest {
  private static final int SIZE = Trajectory.LAYOUT.size();

  private static double[] alone(UpdateRule rule, long number) {
    double[] update = new double[SIZE];
    RuleState state = Trajectory.begin(rule);
    state.rewrite(update, new Trajectory.Step(number, Trajectory.start()));
    return update;
  }

  private static double[] normals(String name, long number) {
    double[] normals = new double[SIZE];
    Trajectory.SEEDS.noise(name).fill(number, normals);
    return normals;
  }

  private static void scaled(double[] update, String name, long number, double deviation) {
    double[] normals = normals(name, number);
    for (int i = 0; i < SIZE; i++) {
      assertThat(update[i]).isCloseTo(deviation * normals[i], within(1e-14));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0.3", "4, 0.15", "25, 0.06", "100, 0.03"})
  void theVarianceOfGradientNoiseFallsAsAPower(long number, double variance) {
    double[] update = alone(new AnnealedGradientNoise(new Constant(0.3), 0.5), number);
    double first = normals("annealedGradientNoise", number)[0];
    assertThat(Math.pow(update[0] / first, 2)).isCloseTo(variance, within(1e-14));
  }

  /** Rules that leave nothing but noise of a known size where gradient and parameters are zero. */
  private static Stream<Arguments> scheduled() {
    Schedule line = new Linear(0.4, 0.1, 3);
    Schedule cooling = new Exponential(4, 0.5, 3);
    return Stream.of(
        Arguments.of(new UpdateNoise(line), "updateNoise", List.of(0.4, 0.3, 0.2, 0.1, 0.1)),
        Arguments.of(new WeightNoise(line), "weightNoise", List.of(0.4, 0.3, 0.2, 0.1, 0.1)),
        Arguments.of(
            new Sgld(new Constant(0.5), 4, cooling, 0),
            "sgld",
            List.of(1.0, Math.sqrt(0.5), 0.5, Math.sqrt(0.125), Math.sqrt(0.125))));
  }

  @ParameterizedTest
  @MethodSource("scheduled")
  void schedulesSizeTheNoise(UpdateRule rule, String name, List<Double> deviations) {
    for (int t = 1; t <= deviations.size(); t++) {
      scaled(alone(rule, t), name, t, deviations.get(t - 1));
    }
  }

  @Test
  void updateNoiseIsMultipliedByTheLearningRate() {
    double rate = 0.01;
    Chain plain = Chain.of(new ScaleByAdam(0.9, 0.98, 1e-8), new Descend(new Constant(rate)));
    Chain noisy =
        Chain.of(
            new ScaleByAdam(0.9, 0.98, 1e-8),
            new UpdateNoise(new Constant(1)),
            new Descend(new Constant(rate)));
    double[][] gradients = Trajectory.gradients(1);
    double[] without = Trajectory.follow(plain, Trajectory.start(), gradients)[0];
    double[] with = Trajectory.follow(noisy, Trajectory.start(), gradients)[0];
    double[] normals = normals("updateNoise", 1);
    for (int i = 0; i < SIZE; i++) {
      assertThat(with[i] - without[i]).isCloseTo(-rate * normals[i], within(1e-15));
    }
  }

  static List<UpdateRule> silent() {
    Constant zero = new Constant(0);
    Constant rate = new Constant(0.1);
    EnergyBins bins = new EnergyBins(0, 0.05, 10);
    return List.of(
        new UpdateNoise(zero),
        new WeightNoise(zero),
        new AnnealedGradientNoise(zero, 0.55),
        new Sgld(rate, 5, zero, 0),
        new Psgld(rate, 5, zero, 0, 0.9, 1e-5),
        new Sghmc(rate, 0.1, 5, zero, 0),
        new Sgnht(rate, 0.1, 5, zero, 0),
        new UnderdampedLangevin(rate, 0.1, 5, zero, 0),
        new ContourSgld(rate, 5, zero, 0, 1, bins, rate, EnergyOf.MINIBATCH));
  }

  @ParameterizedTest
  @MethodSource("silent")
  void withoutTemperatureNothingMovesOnAPlain(UpdateRule rule) {
    double[][] none = new double[5][SIZE];
    assertThat(Trajectory.follow(rule, Trajectory.start(), none)[4]).isEqualTo(Trajectory.start());
  }

  @Test
  void equalLinksDrawDifferentNoise() {
    UpdateRule link = new WeightNoise(new Constant(1));
    double[] both = alone(Chain.of(link, link), 1);
    double[] one = alone(link, 1);
    assertThat(both[0] - one[0]).isNotCloseTo(one[0], within(1e-6));
  }

  @Test
  void everyUpdateDrawsFreshNoise() {
    UpdateRule rule = new WeightNoise(new Constant(1));
    assertThat(alone(rule, 1)).isNotEqualTo(alone(rule, 2)).isEqualTo(alone(rule, 1));
  }
}
