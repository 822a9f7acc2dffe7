package org.dynlab.instrument.fit;

import static org.assertj.core.api.Assertions.assertThat;

import org.dynlab.core.instrument.Fit;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Subjects;
import org.dynlab.store.table.Column;
import org.junit.jupiter.api.Test;

class RelativeErrorTest {
  private final Gauge gauge = new RelativeError().begin(Subjects.withBiases(2, 3, 1));

  @Test
  void theColumnIsTheRelativeErrorOfTheEvalSet() {
    assertThat(gauge.columns()).extracting(Column::name).containsExactly("eval.relative_l2");
    RecordedView view =
        RecordedView.ofFits(new Fit(9, Double.NaN, 3), new Fit(0.04, Double.NaN, 0.2));
    assertThat(gauge.measure(view)).containsExactly(0.2);
  }

  @Test
  void classesHaveNoRelativeError() {
    assertThat(gauge.measure(RecordedView.ofFits(new Fit(1, 0.5), new Fit(1, 0.5))))
        .containsExactly(Double.NaN);
  }
}
