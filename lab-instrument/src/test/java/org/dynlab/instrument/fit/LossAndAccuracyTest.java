package org.dynlab.instrument.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dynlab.core.instrument.Fit;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Subjects;
import org.dynlab.instrument.fit.LossAndAccuracy.Part;
import org.dynlab.store.table.Column;
import org.junit.jupiter.api.Test;

class LossAndAccuracyTest {

  @Test
  void theFourColumnsAreTheFitsOfBothSets() {
    Gauge gauge =
        new LossAndAccuracy(List.of(Part.TRAIN, Part.EVAL)).begin(Subjects.withBiases(2, 3, 2));
    assertThat(gauge.columns())
        .extracting(Column::name)
        .containsExactly("train.loss", "train.accuracy", "eval.loss", "eval.accuracy");
    assertThat(gauge.measure(RecordedView.ofFits(new Fit(0.5, 0.9), new Fit(2, Double.NaN))))
        .containsExactly(0.5, 0.9, 2, Double.NaN);
  }

  @Test
  void oneSetAloneHasItsTwoColumns() {
    Gauge gauge = new LossAndAccuracy(List.of(Part.EVAL)).begin(Subjects.withBiases(2, 3, 2));
    assertThat(gauge.columns())
        .extracting(Column::name)
        .containsExactly("eval.loss", "eval.accuracy");
    assertThat(gauge.measure(RecordedView.ofFits(new Fit(0.5, 0.9), new Fit(2, 1))))
        .containsExactly(2, 1);
  }

  @Test
  void noSetAndOneSetTwiceAreRefused() {
    assertThatThrownBy(() -> new LossAndAccuracy(List.of()))
        .hasMessage("sets: must name train, eval or both, got []");
    assertThatThrownBy(() -> new LossAndAccuracy(List.of(Part.EVAL, Part.EVAL)))
        .hasMessage("sets: must not repeat, got [EVAL, EVAL]");
  }
}
