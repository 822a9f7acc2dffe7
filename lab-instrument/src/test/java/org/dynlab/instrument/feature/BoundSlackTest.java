package org.dynlab.instrument.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Subjects;
import org.dynlab.instrument.feature.EpsilonRank.Weighting;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.table.Column;
import org.junit.jupiter.api.Test;

class BoundSlackTest {
  private static BoundSlack slack(Double... epsilon) {
    return new BoundSlack(List.of(epsilon), 1024, Source.ALL, Weighting.UNIT);
  }

  /** Fifty neurons of rank ten with ‖β‖² = 10 and ε = 1e-6: the paper page's own arithmetic. */
  @Test
  void itIsThatOfTheTheorem() {
    assertThat(BoundSlack.of(1e-6, 50, 10, Math.sqrt(10)))
        .isCloseTo(Math.sqrt(10 * 11 * 1600 * 1e-6), within(1e-12));
    assertThat(BoundSlack.of(1e-6, 50, 50, 3)).isZero();
  }

  /** Three neurons with squared norms 4, 1 and .01; output weights 3 and 4 and 0, a bias of 7. */
  @Test
  void rankAndWeightsAreThoseOfTheLastHiddenLayer() {
    Subject subject = Subjects.withBiases(1, 3, 1);
    double[] parameters = new double[subject.layout().size()];
    Arrays.fill(parameters, 7);
    ParameterBlock readOut = subject.layout().weights().get(1);
    parameters[readOut.offset()] = 3;
    parameters[readOut.offset() + 1] = 4;
    parameters[readOut.offset() + 2] = 0;
    Gauge gauge = slack(0.5, 1e-3).begin(subject);
    double[] phi = {2, 0, 0, 0, 1, 0, 0, 0, 0.1};
    double[] row = gauge.measure(RecordedView.ofLayers(3, phi).withParameters(parameters));
    assertThat(gauge.columns())
        .extracting(Column::name)
        .containsExactly("bound_slack.layer1.abs_5e-1_unit", "bound_slack.layer1.abs_1e-3_unit");
    assertThat(row[0]).isCloseTo(Math.sqrt(25 * 3 * 1 * 0.5), within(1e-12));
    assertThat(row[1]).isZero();
  }

  @Test
  void thresholdsAreThoseOfARank() {
    assertThatThrownBy(() -> slack(-1.0))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("epsilon[0]");
    assertThatThrownBy(() -> slack()).isInstanceOf(UserError.class);
  }
}
