package org.dynlab.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.dynlab.core.instrument.Fit;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.store.Column;
import org.junit.jupiter.api.Test;

class LossAndAccuracyTest {

  @Test
  void theFourColumnsAreTheFitsOfBothSets() {
    Gauge gauge = new LossAndAccuracy().begin(Subjects.withBiases(2, 3, 2));
    assertThat(gauge.columns())
        .extracting(Column::name)
        .containsExactly("train.loss", "train.accuracy", "eval.loss", "eval.accuracy");
    assertThat(gauge.measure(RecordedView.ofFits(new Fit(0.5, 0.9), new Fit(2, Double.NaN))))
        .containsExactly(0.5, 0.9, 2, Double.NaN);
  }
}
