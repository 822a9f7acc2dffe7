package org.dynlab.instrument.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.instrument.Quadratic;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Rows;
import org.dynlab.instrument.Subjects;
import org.junit.jupiter.api.Test;

class GradientNoiseTest {

  private static Map<String, Double> measure(Quadratic losses, double... point) {
    Subject some = Subjects.withoutBiases(1, point.length);
    Subject subject =
        new Subject(
            new ParameterLayout(
                List.of(new ParameterBlock("layer1.W", Role.WEIGHT, 0, 1, point.length))),
            some.hidden(),
            some.entrances(),
            some.outputs(),
            some.data(),
            some.seeds());
    return Rows.of(
        new GradientNoise(64).begin(subject),
        RecordedView.ofParameters(point).withObjective(Source.TRAIN, losses));
  }

  /** Gradients (1, 0), (3, 0), (2, 3) and (2, -3): mean (2, 0), mean square 9. */
  @Test
  void noiseIsTheMeanSquareMinusTheSquareOfTheMean() {
    Quadratic losses =
        new Quadratic(
            List.of(
                new double[] {-1, 0},
                new double[] {-3, 0},
                new double[] {-2, -3},
                new double[] {-2, 3}),
            List.of(1.0, 1.0, 1.0, 1.0));
    Map<String, Double> row = measure(losses, 0, 0);
    assertThat(row.get("gradient.all.sample_norm")).isCloseTo(9, within(1e-14));
    assertThat(row.get("gradient.all.noise")).isCloseTo(5, within(1e-14));
    assertThat(row.get("gradient.all.signal_to_noise")).isCloseTo(2 / Math.sqrt(5), within(1e-14));
    assertThat(row.get("gradient.layer1_w.noise")).isCloseTo(5, within(1e-14));
  }

  @Test
  void examplesThatAgreeAreWithoutNoise() {
    Quadratic losses =
        new Quadratic(List.of(new double[] {1, 1}, new double[] {1, 1}), List.of(2.0, 2.0));
    assertThat(measure(losses, 3, 1))
        .containsEntry("gradient.all.noise", 0.0)
        .containsEntry("gradient.all.signal_to_noise", Double.NaN);
  }

  @Test
  void notANumberStaysOne() {
    Quadratic losses =
        new Quadratic(List.of(new double[] {1, 1}, new double[] {0, 1}), List.of(2.0, 1.0));
    assertThat(measure(losses, Double.NaN, 1).values()).containsOnly(Double.NaN);
  }
}
