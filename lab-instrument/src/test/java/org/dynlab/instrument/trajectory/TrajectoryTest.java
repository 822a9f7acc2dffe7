package org.dynlab.instrument.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.state.Slot;
import org.dynlab.instrument.Quadratic;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Rows;
import org.dynlab.instrument.Subjects;
import org.junit.jupiter.api.Test;

class TrajectoryTest {
  private static final int SIZE = 2;
  private static final Quadratic TRAIN = examples(6, 1);
  private static final Quadratic EVAL = examples(9, 2);

  private static Quadratic examples(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<double[]> centres = new ArrayList<>();
    List<Double> curvatures = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      centres.add(random.doubles(SIZE, -1, 1).toArray());
      curvatures.add(random.nextDouble(0.2, 2));
    }
    return new Quadratic(centres, curvatures);
  }

  private static Gauge gauge(int signs) {
    return new Trajectory(1000, 1000, signs, 2).begin(Subjects.withoutBiases(1, 2));
  }

  /** Gradient descent at that rate, measured every so many steps; the rows measured. */
  private static List<Map<String, Double>> descend(Gauge gauge, double rate, int steps, int every) {
    List<Map<String, Double>> rows = new ArrayList<>();
    double[] point = {2, -3};
    double[] gradient = new double[SIZE];
    RecordedView view =
        new RecordedView().withObjective(Source.TRAIN, TRAIN).withObjective(Source.EVAL, EVAL);
    double[] update = new double[SIZE];
    for (int t = 0; t <= steps; t++) {
      view.withParameters(point).withUpdate(update).atStep(t);
      if (t % every == 0) {
        rows.add(Rows.of(gauge, view));
      } else {
        gauge.follow(view);
      }
      double unused = TRAIN.gradient(point, gradient);
      update = Arrays.stream(gradient).map(g -> -rate * g).toArray();
      point = new double[] {point[0] + update[0], point[1] + update[1]};
    }
    return rows;
  }

  private static double gap(double[] point) {
    return EVAL.loss(point) - TRAIN.loss(point);
  }

  @Test
  void changesOfTheGapAddUpToItsDifference() {
    for (int every : new int[] {1, 7}) {
      List<Map<String, Double>> rows = descend(gauge(0), 0.1, 70, every);
      double sum = rows.stream().skip(1).mapToDouble(r -> r.get("trajectory.gap_change")).sum();
      Map<String, Double> last = rows.get(rows.size() - 1);
      double whole = last.get("trajectory.gap") - rows.get(0).get("trajectory.gap");
      assertThat(rows.get(0).get("trajectory.gap")).isEqualTo(gap(new double[] {2, -3}));
      assertThat(sum).isCloseTo(whole, within(1e-12));
      assertThat(last.get("trajectory.linear_sum") + last.get("trajectory.nonlinear_sum"))
          .isCloseTo(whole, within(1e-12));
      assertThat(rows.get(0).get("trajectory.gap_change")).isNaN();
    }
  }

  /** Over a fixed total time the nonlinear parts are of the order of the rate. */
  @Test
  void theNonlinearSumShrinksLinearlyWithTheRate() {
    double[] sums = new double[3];
    for (int k = 0; k < 3; k++) {
      int steps = 50 << k;
      List<Map<String, Double>> rows = descend(gauge(0), 5.0 / steps, steps, 1);
      sums[k] = rows.get(steps).get("trajectory.nonlinear_sum");
    }
    assertThat(sums[0] / sums[1]).isCloseTo(2, within(0.15));
    assertThat(sums[1] / sums[2]).isCloseTo(2, within(0.08));
  }

  /** For gradient descent ‖u‖ = η ‖g‖, so C is Σ (c/√n) η ‖g‖ √(mean ‖g_i‖²). */
  @Test
  void complexityIsThatOfTheFormula() {
    double rate = 0.05;
    double expected = 0;
    double flow = 0;
    double[] point = {2, -3};
    double[] gradient = new double[SIZE];
    for (int t = 0; t < 40; t++) {
      double unused = TRAIN.gradient(point, gradient);
      double norm = Math.hypot(gradient[0], gradient[1]);
      double mean = Arrays.stream(TRAIN.sampleNorms(point)).average().orElseThrow();
      expected += 2 / Math.sqrt(100) * rate * norm * Math.sqrt(mean);
      flow += rate * norm * norm;
      point = new double[] {point[0] - rate * gradient[0], point[1] - rate * gradient[1]};
    }
    Map<String, Double> last = descend(gauge(0), rate, 40, 1).get(40);
    assertThat(last.get("trajectory.complexity")).isCloseTo(expected, within(1e-12));
    assertThat(last.get("trajectory.flow")).isCloseTo(flow, within(1e-12));
  }

  @Test
  void theRatioLiesBetweenItsBounds() {
    for (Map<String, Double> row : descend(gauge(4000), 0.1, 30, 3)) {
      assertThat(row.get("trajectory.ratio"))
          .isBetween(
              0.97 * row.get("trajectory.ratio_lower"), 1.03 * row.get("trajectory.ratio_upper"));
    }
  }

  /** With all examples the same, (1/m) Σ σ_i g_i has the length ‖g‖ |Σσ_i|/m. */
  @Test
  void theRatioOfEqualExamplesIsThatOfARandomWalk() {
    Quadratic same = new Quadratic(List.of(new double[2], new double[2]), List.of(1.0, 1.0));
    RecordedView view =
        RecordedView.ofParameters(3, 4)
            .withObjective(Source.TRAIN, same)
            .withObjective(Source.EVAL, same);
    Map<String, Double> row = Rows.of(gauge(20_000), view);
    assertThat(row.get("trajectory.ratio")).isCloseTo(2, within(0.05));
    assertThat(row.get("trajectory.ratio_lower")).isCloseTo(Math.sqrt(2), within(1e-12));
    assertThat(row.get("trajectory.ratio_upper")).isCloseTo(2, within(1e-12));
  }

  @Test
  void whatIsKeptInSlotsCarriesOn() {
    Gauge whole = gauge(3);
    List<Map<String, Double>> rows = descend(whole, 0.1, 20, 1);
    Gauge kept = gauge(3);
    List<Slot> from = whole.slots();
    for (int k = 0; k < from.size(); k++) {
      double[] values = from.get(k).values();
      System.arraycopy(values, 0, kept.slots().get(k).values(), 0, values.length);
    }
    RecordedView view =
        RecordedView.ofParameters(0.1, 0.2)
            .withUpdate(0.3, 0.4)
            .atStep(21)
            .withObjective(Source.TRAIN, TRAIN)
            .withObjective(Source.EVAL, EVAL);
    whole.follow(view);
    kept.follow(view);
    assertThat(kept.measure(view)).isEqualTo(whole.measure(view));
    assertThat(rows).hasSize(21);
  }
}
