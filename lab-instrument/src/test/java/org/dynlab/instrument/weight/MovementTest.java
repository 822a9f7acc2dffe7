package org.dynlab.instrument.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Rows;
import org.dynlab.instrument.Subjects;
import org.junit.jupiter.api.Test;

class MovementTest {
  /** One weight and one bias that go (0, 0), (3, 0), (3, 4), (0, 4). */
  private static final double[][] WAY = {{0, 0}, {3, 0}, {3, 4}, {0, 4}};

  private static RecordedView view(int step) {
    double[] here = WAY[step];
    double[] before = WAY[Math.max(0, step - 1)];
    return RecordedView.ofParameters(here)
        .withUpdate(here[0] - before[0], here[1] - before[1])
        .atStep(step);
  }

  @Test
  void distanceIsAsTheCrowFliesAndPathAsTheRunWalks() {
    Gauge gauge = new Movement(true).begin(Subjects.withBiases(1, 1));
    Map<String, Double> start = Rows.of(gauge, view(0));
    assertThat(start)
        .containsEntry("movement.all.distance", 0.0)
        .containsEntry("movement.all.path", 0.0)
        .containsEntry("movement.all.update", 0.0)
        .containsEntry("movement.all.update_ratio", Double.NaN);
    Rows.of(gauge, view(1));
    Map<String, Double> corner = Rows.of(gauge, view(2));
    assertThat(corner)
        .containsEntry("movement.all.distance", 5.0)
        .containsEntry("movement.all.path", 7.0)
        .containsEntry("movement.all.update", 4.0)
        .containsEntry("movement.layer1_w.path", 3.0)
        .containsEntry("movement.layer1_w.update", 0.0)
        .containsEntry("movement.layer1_b.path", 4.0);
    assertThat(corner.get("movement.all.update_ratio")).isCloseTo(4 / 3.0, within(1e-15));
    Map<String, Double> end = Rows.of(gauge, view(3));
    assertThat(end)
        .containsEntry("movement.all.distance", 4.0)
        .containsEntry("movement.all.path", 10.0)
        .containsEntry("movement.all.update_ratio", 0.6)
        .containsEntry("movement.layer1_w.distance", 0.0);
  }

  @Test
  void whatLiesBetweenMeasurementsCountsInThePath() {
    Gauge every = new Movement(false).begin(Subjects.withBiases(1, 1));
    Gauge seldom = new Movement(false).begin(Subjects.withBiases(1, 1));
    double[] last = {};
    for (int step = 0; step < WAY.length; step++) {
      every.follow(view(step));
      seldom.follow(view(step));
      last = every.measure(view(step));
    }
    assertThat(seldom.measure(view(3))).isEqualTo(last).hasSize(4);
  }

  @Test
  void stateThatIsPutBackGoesOnAsBefore() {
    Gauge whole = new Movement(true).begin(Subjects.withBiases(1, 1));
    Gauge first = new Movement(true).begin(Subjects.withBiases(1, 1));
    Gauge second = new Movement(true).begin(Subjects.withBiases(1, 1));
    for (int step = 0; step < 2; step++) {
      whole.follow(view(step));
      first.follow(view(step));
    }
    for (int k = 0; k < first.slots().size(); k++) {
      double[] values = first.slots().get(k).values();
      System.arraycopy(values, 0, second.slots().get(k).values(), 0, values.length);
    }
    for (int step = 2; step < WAY.length; step++) {
      whole.follow(view(step));
      second.follow(view(step));
      assertThat(second.measure(view(step))).isEqualTo(whole.measure(view(step)));
    }
  }

  @Test
  void notANumberShowsInItsPlaceOnly() {
    Gauge gauge = new Movement(true).begin(Subjects.withBiases(1, 1));
    gauge.follow(view(0));
    RecordedView broken =
        RecordedView.ofParameters(Double.NaN, 1).withUpdate(Double.NaN, 1).atStep(1);
    Map<String, Double> row = Rows.of(gauge, broken);
    assertThat(row)
        .containsEntry("movement.all.distance", Double.NaN)
        .containsEntry("movement.all.path", Double.NaN)
        .containsEntry("movement.layer1_b.path", 1.0);
  }
}
