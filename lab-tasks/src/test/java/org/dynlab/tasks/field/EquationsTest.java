package org.dynlab.tasks.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Jet;
import org.dynlab.core.task.Residual;
import org.dynlab.core.task.ResidualTargets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every differential equation of this package must get right. */
class EquationsTest {

  static List<Posed> everyForm() {
    return Posed.all();
  }

  static List<Posed> everyFormWithASimpleSolution() {
    return Posed.all().stream().filter(posed -> posed.solution().isPresent()).toList();
  }

  static List<Posed> everyHardForm() {
    return Posed.all().stream().filter(posed -> posed.constraint() == Constraint.HARD).toList();
  }

  @ParameterizedTest
  @MethodSource("everyFormWithASimpleSolution")
  void theSolutionLeavesNoResidual(Posed posed) {
    Examples train = posed.train();
    ResidualTargets targets = (ResidualTargets) train.targets();
    Jet jet = targets.jet();
    for (int row = 0; row < train.rows(); row++) {
      double[] v = new double[jet.channels()];
      posed.solution().orElseThrow().at(Posed.point(train, row)).channels(jet, v, 0);
      double[] u = posed.networkFor(jet, Posed.known(targets, row)).apply(v);
      double scale = 1 + Arrays.stream(v).map(Math::abs).max().orElseThrow();
      assertThat(Posed.residual(train, row, u, new double[v.length]) / scale)
          .isCloseTo(0, within(1e-10));
    }
  }

  @ParameterizedTest
  @MethodSource("everyForm")
  void slopesAreThoseOfCentralDifferences(Posed posed) {
    for (Examples examples : List.of(posed.train(), posed.eval())) {
      SplittableRandom random = new SplittableRandom(7);
      int step = Math.max(1, examples.rows() / 100);
      for (int row = 0; row < examples.rows(); row += step) {
        checkSlopes(examples, row, random);
      }
    }
  }

  private static void checkSlopes(Examples examples, int row, SplittableRandom random) {
    int channels = ((ResidualTargets) examples.targets()).jet().channels();
    double[] u = random.doubles(channels, -2, 2).toArray();
    double[] slopes = new double[channels];
    double unused = Posed.residual(examples, row, u, slopes);
    double h = 1e-5;
    for (int c = 0; c < channels; c++) {
      double up = Posed.residual(examples, row, moved(u, c, h), new double[channels]);
      double down = Posed.residual(examples, row, moved(u, c, -h), new double[channels]);
      double scale = 1 + Math.abs(slopes[c]) + Math.abs(unused);
      assertThat((slopes[c] - (up - down) / (2 * h)) / scale).isCloseTo(0, within(1e-6));
    }
  }

  private static double[] moved(double[] u, int channel, double h) {
    double[] there = u.clone();
    there[channel] += h;
    return there;
  }

  /** On the edge the answer is the solution's value, whatever the network says. */
  @ParameterizedTest
  @MethodSource("everyHardForm")
  void hardConstraintsAreMetExactly(Posed posed) {
    Examples eval = posed.eval();
    SplittableRandom random = new SplittableRandom(3);
    int onEdge = 0;
    double worst = 0;
    for (int row = 0; row < eval.rows(); row++) {
      double b = Posed.known((ResidualTargets) eval.targets(), row)[2];
      double error =
          Posed.residual(eval, row, new double[] {random.nextDouble(-5, 5)}, new double[1]);
      if (Math.abs(b) < 1e-12) {
        onEdge++;
        worst = Math.max(worst, Math.abs(error));
      }
    }
    assertThat(onEdge).isPositive();
    assertThat(worst).isLessThan(1e-11);
  }

  @ParameterizedTest
  @MethodSource("everyHardForm")
  void theDistanceIsPositiveInside(Posed posed) {
    Examples train = posed.train();
    ResidualTargets targets = (ResidualTargets) train.targets();
    int channels = targets.jet().channels();
    for (int row = 0; row < train.rows(); row++) {
      if (targets.terms().get(targets.term(row)).name().equals("interior")) {
        assertThat(Posed.known(targets, row)[1 + channels]).isPositive();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyForm")
  void theMeanSquareIsThatOfAnAnswerOfZero(Posed posed) {
    Examples eval = posed.eval();
    ResidualTargets targets = (ResidualTargets) eval.targets();
    double sum = 0;
    for (int row = 0; row < eval.rows(); row++) {
      double solution = Posed.known(targets, row)[0];
      sum += solution * solution;
    }
    assertThat(targets.meanSquare()).isCloseTo(sum / eval.rows(), within(1e-14));
    assertThat(((ResidualTargets) posed.train().targets()).meanSquare()).isNaN();
  }

  @ParameterizedTest
  @MethodSource("everyForm")
  void onlyPointsInsideHaveVolume(Posed posed) {
    Examples train = posed.train();
    ResidualTargets targets = (ResidualTargets) train.targets();
    for (int row = 0; row < train.rows(); row++) {
      boolean inside = targets.terms().get(targets.term(row)).name().equals("interior");
      assertThat(train.measure().orElseThrow().weight(row) > 0).isEqualTo(inside);
    }
  }

  /** The front ½(1 − tanh z), z = √(c/8D) x − ¾ c t, solves u_t = D u_xx + c(u − u³). */
  @Test
  void aTravellingFrontSolvesTheAllenCahnEquation() {
    double d = 0.001;
    double a = Math.sqrt(5 / (8 * d));
    double b = 0.75 * 5;
    for (double z : new double[] {-2, -0.3, 0, 0.8, 3}) {
      double tanh = Math.tanh(z);
      double bell = 1 - tanh * tanh;
      double[] u = {(1 - tanh) / 2, -a * bell / 2, b * bell / 2, a * a * tanh * bell};
      assertThat(AllenCahn.residual(d).at(new double[1], u, new double[4]))
          .isCloseTo(0, within(1e-12));
    }
  }

  /** A product written with derivatives by hand against the product rule applied to formulas. */
  @Test
  void aTrialFunctionIsLiftPlusDistanceTimesNetwork() {
    Field lift = x -> x.get(0).sin().plus(x.get(1).square());
    Field distance = x -> x.get(0).times(x.get(1)).plus(x.get(1).cos());
    Field network = x -> x.get(0).times(2).exp().times(x.get(1).plus(3));
    double[] point = {0.4, -0.7};
    for (Jet jet :
        List.of(
            Jet.value(2),
            Jet.withLaplacian(2),
            new Jet(2, List.of(0, 1), List.of(0), false),
            new Jet(2, List.of(1), List.of(1), false))) {
      double[] known = new double[1 + TrialFunction.width(jet)];
      new TrialFunction(lift, distance).describe(point, jet, known);
      double[] u = new double[jet.channels()];
      network.at(point).channels(jet, u, 0);
      double[] v = new double[jet.channels()];
      Field answer = x -> lift.of(x).plus(distance.of(x).times(network.of(x)));
      answer.at(point).channels(jet, v, 0);
      for (int c = 0; c < v.length; c++) {
        assertThat(channel(c, jet).at(known, u, new double[v.length]))
            .isCloseTo(v[c], within(1e-13));
      }
    }
  }

  private static Residual channel(int c, Jet jet) {
    return TrialFunction.around((known, v, slopes) -> v[c], jet);
  }

  @Test
  void aHardWaveStartsAtRest() {
    Wave1d wave = new Wave1d(Constraint.HARD, Scatter.RANDOM, 5, 5, 5, 1, 1);
    Jet jet = new Jet(2, List.of(0, 1), List.of(), false);
    double[] known = new double[1 + TrialFunction.width(jet)];
    wave.trial().orElseThrow().describe(new double[] {0.3, 0}, jet, known);
    Residual speed = channel(jet.firstChannel(1), jet);
    assertThat(speed.at(known, new double[] {3, -2, 5}, new double[3])).isZero();
  }
}
