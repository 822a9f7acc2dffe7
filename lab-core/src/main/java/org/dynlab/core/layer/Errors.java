package org.dynlab.core.layer;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.dynlab.core.engine.Matrix;
import org.nd4j.linalg.api.buffer.DataType;

/** The arrays for the gradient with respect to a layer's input, laid out as that input is. */
final class Errors {
  private final Buffers columnMajor;
  private final Buffers rowMajor;

  Errors(DataType type, int width) {
    columnMajor = new Buffers(type, width, false);
    rowMajor = new Buffers(type, width, true);
  }

  Matrix of(Matrix input, LayerWorkspaceMgr workspaces) {
    Buffers buffers = input.rowMajor() ? rowMajor : columnMajor;
    return buffers.ofRows(input.rows(), ArrayType.ACTIVATION_GRAD, workspaces);
  }
}
