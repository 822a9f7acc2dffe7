package org.dynlab.core.layer.transformer;

import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.transformer.RowCopies;
import org.dynlab.core.layer.part.Buffers;
import org.nd4j.linalg.api.buffer.DataType;

/** What the parts of one layer share: kernels, parameters and the number format. */
record Workplace(Kernels kernels, RowCopies copies, ParameterViews parameters, DataType type) {

  /** Row-major working arrays of that width. */
  Buffers rows(int width) {
    return new Buffers(type, width, true);
  }
}
