package org.dynlab.core.layer.part;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.dynlab.core.engine.Matrix;
import org.nd4j.linalg.api.buffer.DataType;

/** Arrays as wide as a layer's input or output, laid out as a given one is. */
public final class Errors {
  private final Buffers columnMajor;
  private final Buffers rowMajor;

  /** For a layer whose input or output has that width. */
  public Errors(DataType type, int width) {
    columnMajor = new Buffers(type, width, false);
    rowMajor = new Buffers(type, width, true);
  }

  /** For the gradient with respect to {@code input}. */
  public Matrix of(Matrix input, LayerWorkspaceMgr workspaces) {
    return like(input).ofRows(input.rows(), ArrayType.ACTIVATION_GRAD, workspaces);
  }

  /** A copy of an error that is about to be overwritten. */
  public Matrix copy(Matrix error) {
    Matrix copy = like(error).ofRows(error.rows());
    copy.array().assign(error.array());
    return copy;
  }

  private Buffers like(Matrix matrix) {
    return matrix.rowMajor() ? rowMajor : columnMajor;
  }
}
