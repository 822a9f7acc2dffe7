package org.dynlab.instrument.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Jet;
import org.dynlab.core.task.Measure;
import org.dynlab.core.task.RealTargets;
import org.dynlab.core.task.ResidualTargets;
import org.dynlab.core.task.ResidualTargets.Term;
import org.dynlab.core.task.Targets;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Rows;
import org.dynlab.instrument.Subjects;
import org.junit.jupiter.api.Test;

class TargetDistanceTest {
  private static final int N = 101;
  private static final double[] X = new double[N];

  static {
    Arrays.setAll(X, i -> -1 + 2.0 * i / (N - 1));
  }

  /** The features 1 and s·x. */
  private static double[] features(double s) {
    double[] phi = new double[2 * N];
    for (int i = 0; i < N; i++) {
      phi[i] = 1;
      phi[N + i] = s * X[i];
    }
    return phi;
  }

  private static Map<String, Double> measure(RecordedView view) {
    return Rows.of(
        new TargetDistance(List.of(1e-6), 1024, Source.TRAIN).begin(Subjects.withBiases(1, 2, 1)),
        view);
  }

  private static RecordedView view(double s, Targets targets) {
    return RecordedView.ofLayers(N, features(s)).withTargets(targets);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /** The distance of x² from the span of 1 and x is its own spread. */
  @Test
  void theDistanceIsThatOfTheBestFit() {
    double[] square = Arrays.stream(X).map(x -> x * x).toArray();
    double[] fourth = Arrays.stream(X).map(x -> x * x * x * x).toArray();
    double spread = mean(fourth) - mean(square) * mean(square);
    Map<String, Double> row = measure(view(1, new RealTargets(square, 1)));
    double expected = Math.sqrt(spread / mean(fourth));
    assertThat(row.get("target_distance.layer1.abs_1e-6")).isCloseTo(expected, within(1e-12));
    assertThat(row.get("target_distance.layer1.full")).isCloseTo(expected, within(1e-12));
  }

  /**
   * With the factor 10⁻⁴ the eigenvalue of x is 0.34·10⁻⁸ and x is out of reach, but not of full.
   */
  @Test
  void featuresBelowTheThresholdDoNotCount() {
    double[] line = Arrays.stream(X).map(x -> 1 + x).toArray();
    Map<String, Double> row = measure(view(1e-4, new RealTargets(line, 1)));
    double square = mean(Arrays.stream(X).map(x -> x * x).toArray());
    assertThat(row.get("target_distance.layer1.abs_1e-6"))
        .isCloseTo(Math.sqrt(square / (1 + square)), within(1e-12));
    assertThat(row.get("target_distance.layer1.full")).isCloseTo(0, within(1e-7));
  }

  @Test
  void integrationWeightsDecideWhatIsNear() {
    double[] weights = new double[N];
    Arrays.setAll(weights, i -> i < 2 ? 1 : 0);
    double[] bend = Arrays.stream(X).map(Math::abs).toArray();
    RecordedView view = view(1, new RealTargets(bend, 1)).withMeasure(new Measure(weights));
    assertThat(measure(view).get("target_distance.layer1.full")).isCloseTo(0, within(1e-7));
  }

  /** Two classes, the halves of the axis, as 0 and 1: squares of both add up. */
  @Test
  void classesAreNumbers() {
    int[] y = Arrays.stream(X).mapToInt(x -> x > 0 ? 1 : 0).toArray();
    double[] one = Arrays.stream(y).asDoubleStream().toArray();
    double[] other = Arrays.stream(one).map(v -> 1 - v).toArray();
    double both = measure(view(1, new ClassTargets(y, 2))).get("target_distance.layer1.full");
    double first = measure(view(1, new RealTargets(one, 1))).get("target_distance.layer1.full");
    double second = measure(view(1, new RealTargets(other, 1))).get("target_distance.layer1.full");
    double squares = first * first * mean(one) + second * second * mean(other);
    assertThat(both).isCloseTo(Math.sqrt(squares), within(1e-12));
  }

  /** r = B(x)·u - g(x): the features count B-fold, and g is what has to be met. */
  @Test
  void residualsOfAKnownSolutionAreTargets() {
    double[] known = new double[2 * N];
    for (int i = 0; i < N; i++) {
      known[2 * i] = 1 - X[i] * X[i];
      known[2 * i + 1] = (1 - X[i] * X[i]) * (3 - X[i]);
    }
    Term term =
        new Term(
            "error",
            1,
            (given, jet, slopes) -> {
              slopes[0] = given[0];
              return given[0] * jet[0] - given[1];
            });
    DenseFeatures points = new DenseFeatures(known, 2);
    ResidualTargets targets =
        new ResidualTargets(Jet.value(1), List.of(term), new int[N], points, 1);
    assertThat(measure(view(1, targets)).get("target_distance.layer1.full"))
        .isCloseTo(0, within(1e-7));
    ResidualTargets equations =
        new ResidualTargets(Jet.value(1), List.of(term), new int[N], points, Double.NaN);
    assertThat(measure(view(1, equations)).values()).containsOnly(Double.NaN);
  }

  @Test
  void aZeroTargetHasNoRelativeDistance() {
    assertThat(measure(view(1, new RealTargets(new double[N], 1))).values())
        .containsOnly(Double.NaN);
  }
}
