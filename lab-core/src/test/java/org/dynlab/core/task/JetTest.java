package org.dynlab.core.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Channels come in the order value, first, second, Laplacian. */
class JetTest {

  @Test
  void channelsAreNumberedInOrder() {
    Jet burgers = new Jet(2, List.of(0, 1), List.of(0), false);
    assertThat(burgers.channels()).isEqualTo(4);
    assertThat(burgers.firstChannel(1)).isEqualTo(2);
    assertThat(burgers.secondChannel(0)).isEqualTo(3);
    Jet poisson = Jet.withLaplacian(2);
    assertThat(poisson.channels()).isEqualTo(4);
    assertThat(poisson.laplacianChannel()).isEqualTo(3);
    assertThat(poisson.secondOrder()).isTrue();
    assertThat(Jet.value(3).channels()).isEqualTo(1);
    assertThat(new Jet(2, List.of(1), List.of(), false).secondOrder()).isFalse();
  }

  @Test
  void derivativesThatAreNotCarriedHaveNoChannel() {
    assertThatThrownBy(() -> Jet.value(1).firstChannel(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Jet.value(1).laplacianChannel())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSecondDerivativeNeedsItsFirstAndALaplacianAllOfThem() {
    assertThatThrownBy(() -> new Jet(2, List.of(0), List.of(1), false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Jet(2, List.of(0), List.of(), true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Jet(2, List.of(1, 0), List.of(), false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
