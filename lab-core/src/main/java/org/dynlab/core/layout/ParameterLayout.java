package org.dynlab.core.layout;

import java.util.List;
import org.dynlab.core.layout.ParameterBlock.Role;

/**
 * The blocks of the one flat parameter vector, in order and without gaps. Rules, weight statistics
 * and checkpoints work on that vector and this description of it.
 */
public record ParameterLayout(List<ParameterBlock> blocks) {

  /** Checks that the blocks follow one another from offset 0. */
  public ParameterLayout {
    blocks = List.copyOf(blocks);
    int expected = 0;
    for (ParameterBlock block : blocks) {
      if (block.offset() != expected) {
        throw new IllegalArgumentException(
            block.name() + ": offset must be " + expected + ", got " + block.offset());
      }
      expected = block.end();
    }
  }

  /** Length of the flat vector. */
  public int size() {
    return blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).end();
  }

  /** The weight matrices, in order. */
  public List<ParameterBlock> weights() {
    return withRole(Role.WEIGHT);
  }

  /** The bias vectors, in order. */
  public List<ParameterBlock> biases() {
    return withRole(Role.BIAS);
  }

  private List<ParameterBlock> withRole(Role role) {
    return blocks.stream().filter(block -> block.role() == role).toList();
  }
}
