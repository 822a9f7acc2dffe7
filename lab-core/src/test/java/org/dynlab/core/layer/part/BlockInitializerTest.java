package org.dynlab.core.layer.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.junit.jupiter.api.Test;

class BlockInitializerTest {
  private static final List<ParameterBlock> BLOCKS =
      List.of(
          new ParameterBlock("map.W", Role.WEIGHT, 0, 3, 2),
          new ParameterBlock("map.b", Role.BIAS, 6, 1, 2),
          new ParameterBlock("norm.g", Role.GAIN, 8, 1, 2));

  @Test
  void keysAreTheNamesOfTheBlocks() {
    BlockInitializer initializer = new BlockInitializer(BLOCKS);
    assertThat(initializer.paramKeys(null)).containsExactly("map.W", "map.b", "norm.g");
    assertThat(initializer.weightKeys(null)).containsExactly("map.W");
    assertThat(initializer.biasKeys(null)).containsExactly("map.b", "norm.g");
    assertThat(initializer.numParams((Layer) null)).isEqualTo(10);
  }

  @Test
  void namesThatUpdatersWouldSplitAreRefused() {
    List<ParameterBlock> blocks = List.of(new ParameterBlock("map_in.W", Role.WEIGHT, 0, 3, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BlockInitializer(blocks))
        .withMessage("map_in.W: name must have no underscore");
  }
}
