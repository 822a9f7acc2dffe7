package org.dynlab.core.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class OneHotLabelsTest {

  @Test
  void classesAreThePositionsOfTheOnes() {
    int[] classes = TokenArrays.classes(Nd4j.create(new double[][] {{0, 1, 0}, {1, 0, 0}}));
    assertThat(classes).containsExactly(1, 0);
  }

  @Test
  void labelsThatAreNotOneHotAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenArrays.classes(Nd4j.create(new double[][] {{0.5, 0.5}})))
        .withMessage("labels of FusedOutput: row 0 must be one-hot (a single 1, zeros elsewhere)");
  }
}
