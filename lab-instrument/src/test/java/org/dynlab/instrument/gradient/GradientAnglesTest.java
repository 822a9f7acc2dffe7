package org.dynlab.instrument.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.instrument.Quadratic;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Rows;
import org.dynlab.instrument.Subjects;
import org.junit.jupiter.api.Test;

class GradientAnglesTest {
  private final Gauge gauge = new GradientAngles(100).begin(Subjects.withBiases(1, 1));

  private static RecordedView view(double train, double eval, double... gradient) {
    return RecordedView.ofParameters(1, 0)
        .withGradient(gradient)
        .withObjective(Source.TRAIN, new Quadratic(List.of(new double[] {0, 0}), List.of(train)))
        .withObjective(Source.EVAL, new Quadratic(List.of(new double[] {1, 1}), List.of(eval)));
  }

  @Test
  void normsRatioAndAngleOfTrainAndEval() {
    Map<String, Double> row = Rows.of(gauge, view(2, 3, 1, 0));
    assertThat(row)
        .containsEntry("gradient.train.norm", 2.0)
        .containsEntry("gradient.eval.norm", 3.0)
        .containsEntry("gradient.ratio", 1.5)
        .containsEntry("gradient.train_eval.cosine", 0.0)
        .containsEntry("gradient.previous.cosine", Double.NaN);
  }

  @Test
  void theCosineWithTheLastStepIsThatOfTheBatches() {
    gauge.follow(view(1, 1, 1, 0));
    Map<String, Double> row = Rows.of(gauge, view(1, 1, -3, 3));
    assertThat(row.get("gradient.previous.cosine")).isCloseTo(-Math.sqrt(0.5), within(1e-15));
  }

  @Test
  void aGradientOfZeroHasNoDirection() {
    Map<String, Double> row = Rows.of(gauge, view(0, 1, 0, 0));
    assertThat(row)
        .containsEntry("gradient.train.norm", 0.0)
        .containsEntry("gradient.ratio", Double.NaN)
        .containsEntry("gradient.train_eval.cosine", Double.NaN);
  }
}
