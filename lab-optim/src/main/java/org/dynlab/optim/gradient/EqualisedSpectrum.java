package org.dynlab.optim.gradient;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.List;
import org.dynlab.core.algebra.DenseMatrix;
import org.dynlab.core.algebra.MatrixProduct;
import org.dynlab.core.algebra.SingularVectors;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.StepInput;

/** U·diag(σ/max(σ, floor))·Vᵀ in place of every weight matrix's gradient. No state but scratch. */
final class EqualisedSpectrum implements RuleState {
  private final List<Matrix> matrices;
  private final double floor;

  /** One block with the room to decompose it. */
  private record Matrix(ParameterBlock block, SingularVectors vectors, DenseMatrix product) {
    static Matrix of(ParameterBlock block) {
      int rows = block.rows();
      int columns = block.columns();
      return new Matrix(block, new SingularVectors(rows, columns), new DenseMatrix(rows, columns));
    }
  }

  EqualisedSpectrum(List<ParameterBlock> blocks, double floor) {
    this.matrices = blocks.stream().map(Matrix::of).toList();
    this.floor = floor;
  }

  @Override
  public void rewrite(double[] update, StepInput step) {
    for (Matrix matrix : matrices) {
      int offset = matrix.block.offset();
      if (matrix.vectors.decompose(update, offset)) {
        equalise(matrix);
        matrix.product.entries().get(0, update, offset, matrix.block.size());
      } else {
        Arrays.fill(update, offset, matrix.block.end(), Double.NaN);
      }
    }
  }

  private void equalise(Matrix matrix) {
    double[] sigma = matrix.vectors.values();
    DoubleBuffer left = matrix.vectors.left().entries();
    int rows = matrix.block.rows();
    for (int k = 0; k < sigma.length; k++) {
      double factor = sigma[k] / Math.max(sigma[k], floor);
      for (int i = k * rows; i < (k + 1) * rows; i++) {
        left.put(i, left.get(i) * factor);
      }
    }
    MatrixProduct.times(1, matrix.vectors.left(), matrix.vectors.right(), 0, matrix.product);
  }
}
