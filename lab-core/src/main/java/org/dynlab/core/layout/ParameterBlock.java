package org.dynlab.core.layout;

/**
 * A contiguous piece of the flat parameter vector.
 *
 * @param name {@code <layer>.<role>}, e.g. {@code layer1.W}
 * @param role weight matrix, bias or gain vector
 * @param offset index of its first entry in the flat vector
 * @param rows inputs of the layer (fan-in); 1 for a bias or gain
 * @param columns outputs of the layer (fan-out)
 */
public record ParameterBlock(String name, Role role, int offset, int rows, int columns) {

  /** What a block is for. Weight statistics and weight-decay masks tell them apart. */
  public enum Role {
    /** {@code W: [in, out]}, stored column after column: entry (i, j) at offset + j·in + i. */
    WEIGHT,
    /** {@code b: [out]}, added. */
    BIAS,
    /** {@code g: [out]}, a factor on each output of a normalisation, 1 at the start. */
    GAIN
  }

  /** Number of entries. */
  public int size() {
    return rows * columns;
  }

  /** Index one past its last entry. */
  public int end() {
    return offset + size();
  }

  /** The layer's part of the name: {@code layer1} of {@code layer1.W}. */
  public String layer() {
    return name.substring(0, name.lastIndexOf('.'));
  }
}
