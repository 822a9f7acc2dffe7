package org.dynlab.instrument.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import org.dynlab.core.instrument.Gauge;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Subjects;
import org.dynlab.store.table.Column;
import org.junit.jupiter.api.Test;

class GradientNormsTest {
  private final Gauge gauge = new GradientNorms().begin(Subjects.withBiases(1, 2, 1));

  @Test
  void everyBlockAndTheWholeHaveTheirNorm() {
    assertThat(gauge.columns())
        .extracting(Column::name)
        .containsExactly(
            "gradient.all.norm",
            "gradient.layer1_w.norm",
            "gradient.layer1_b.norm",
            "gradient.layer2_w.norm",
            "gradient.layer2_b.norm");
    assertThat(gauge.measure(RecordedView.ofGradient(3, 4, 0, 0, 5, -12, 1)))
        .containsExactly(Math.sqrt(195), 5, 0, 13, 1);
  }

  @Test
  void aComponentThatIsNotFiniteSpoilsItsBlockAndTheWholeOnly() {
    assertThat(gauge.measure(RecordedView.ofGradient(3, 4, Double.NaN, 0, 5, -12, 1)))
        .containsExactly(Double.NaN, 5, Double.NaN, 13, 1);
  }
}
