package org.dynlab.core.layer.part;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.dynlab.core.engine.Matrix;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The working arrays of one layer, kept from step to step. Sets of examples with different numbers
 * of rows (train, eval, probes) take turns, so a few sizes are kept at once.
 */
public final class Buffers {
  private static final int SIZES_KEPT = 4;
  private final DataType type;
  private final int columns;
  private final boolean rowMajor;
  private final Map<Integer, Matrix> byRows =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Matrix> eldest) {
          return size() > SIZES_KEPT;
        }
      };

  /** Arrays of that width, row after row or column after column. */
  public Buffers(DataType type, int columns, boolean rowMajor) {
    this.type = type;
    this.rowMajor = rowMajor;
    this.columns = columns;
  }

  /** The array of that many rows, with whatever it held last. */
  public Matrix ofRows(int rows) {
    return byRows.computeIfAbsent(rows, n -> Matrix.uninitialised(type, n, columns, rowMajor));
  }

  /** Like {@link #ofRows(int)}, or an array of the network's workspace where it uses one. */
  public Matrix ofRows(int rows, ArrayType role, LayerWorkspaceMgr workspaces) {
    if (workspaces.isScopedOut(role)) {
      return ofRows(rows);
    }
    long[] shape = {rows, columns};
    return Matrix.of(workspaces.createUninitialized(role, type, shape, rowMajor ? 'c' : 'f'));
  }
}
