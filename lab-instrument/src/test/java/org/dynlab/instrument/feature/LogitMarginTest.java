package org.dynlab.instrument.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.RealTargets;
import org.dynlab.core.task.Targets;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Rows;
import org.dynlab.instrument.Subjects;
import org.junit.jupiter.api.Test;

class LogitMarginTest {
  /** Three examples of three classes, column after column. */
  private static final double[] LOGITS = {5, 1, 0, 2, 4, 0, 1, 3, 3};

  private static final Targets TARGETS = new ClassTargets(new int[] {0, 2, 2}, 3);

  private static Map<String, Double> measure(Targets targets, double... logits) {
    return Rows.of(
        new LogitMargin(100, Source.EVAL).begin(Subjects.withBiases(2, 4, 3)),
        RecordedView.ofLayers(3, new double[12]).withTargets(targets, logits));
  }

  /** Margins 5 - 2, 3 - 4 and 3 - 0. */
  @Test
  void theMarginIsToTheLargestOther() {
    Map<String, Double> row = measure(TARGETS, LOGITS);
    assertThat(row.get("margin.eval.mean")).isCloseTo(5 / 3.0, within(1e-15));
    assertThat(row).containsEntry("margin.eval.least", -1.0);
    assertThat(row).containsEntry("margin.eval.lowest_tenth", -1.0);
  }

  @Test
  void oneMarginDoesNotDependOnScaleOrShift() {
    double[] changed = Arrays.stream(LOGITS).map(v -> 7 + 3 * v).toArray();
    double before = measure(TARGETS, LOGITS).get("margin.eval.scale_free");
    assertThat(measure(TARGETS, changed).get("margin.eval.scale_free"))
        .isCloseTo(before, within(1e-14));
  }

  @Test
  void withoutClassesOrFiniteLogitsThereIsNone() {
    assertThat(measure(new RealTargets(new double[9], 3), LOGITS).values())
        .containsOnly(Double.NaN);
    double[] bad = LOGITS.clone();
    bad[4] = Double.POSITIVE_INFINITY;
    assertThat(measure(TARGETS, bad).values()).containsOnly(Double.NaN);
  }
}
