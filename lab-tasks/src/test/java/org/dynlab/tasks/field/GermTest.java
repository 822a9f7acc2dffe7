package org.dynlab.tasks.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dynlab.core.task.Jet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GermTest {
  private static final List<Field> FIELDS =
      List.of(
          x -> x.get(0).times(x.get(1)).sin(),
          x -> x.get(0).times(3).cos().times(x.get(1).square().exp()),
          x -> x.get(0).exp().plus(x.get(1).times(x.get(0))).square().minus(x.get(1).sin()),
          x -> x.get(0).plus(2).times(x.get(1).times(-0.5)).plus(x.get(0).square().cos()));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void derivativesAreThoseOfCentralDifferences(int which) {
    Field field = FIELDS.get(which);
    double[] point = {0.7, -0.4};
    double[] channels = new double[5];
    Jet jet = new Jet(2, List.of(0, 1), List.of(0, 1), false);
    field.at(point).channels(jet, channels, 0);
    assertThat(channels[0]).isEqualTo(field.value(point));
    for (int axis = 0; axis < 2; axis++) {
      double h = 1e-3;
      double up = moved(field, point, axis, h);
      double down = moved(field, point, axis, -h);
      assertThat(channels[jet.firstChannel(axis)]).isCloseTo((up - down) / (2 * h), within(3e-5));
      double second = (up - 2 * channels[0] + down) / (h * h);
      assertThat(channels[jet.secondChannel(axis)]).isCloseTo(second, within(3e-5));
    }
  }

  private static double moved(Field field, double[] point, int axis, double h) {
    double[] there = point.clone();
    there[axis] += h;
    return field.value(there);
  }

  @Test
  void theLaplacianIsTheSumOfTheSecondDerivatives() {
    double[] channels = new double[5];
    FIELDS.get(1).at(0.2, 0.3).channels(Jet.withLaplacian(2), channels, 1);
    double[] parts = new double[5];
    FIELDS.get(1).at(0.2, 0.3).channels(new Jet(2, List.of(0, 1), List.of(0, 1), false), parts, 0);
    assertThat(channels[0]).isZero();
    assertThat(channels[4]).isCloseTo(parts[3] + parts[4], within(1e-14));
  }
}
