package org.dynlab.core.engine.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dynlab.core.engine.Backend;
import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.engine.Tokens;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Shared rows: the index, and copying along it in both directions. */
class RowIndexTest {
  /** Three sequences over symbols 0..9; their pairs in order: (0,1) (0,4) (1,1) (1,7) (2,9). */
  private static final DistinctTokens TOKENS =
      DistinctTokens.of(new Tokens(new int[][] {{4, 1, 4}, {1, 7, 7}, {9, 9, 9}}));

  @Test
  void tokensWithTheSameSymbolAtTheSamePositionShareARow() {
    assertThat(TOKENS.rows()).isEqualTo(5);
    assertThat(rows(TOKENS.index())).containsExactly(1, 2, 4, 0, 3, 4, 1, 3, 4);
    assertThat(TOKENS.symbol(1)).isEqualTo(4);
    assertThat(TOKENS.position(1)).isZero();
    assertThat(TOKENS.symbol(2)).isEqualTo(1);
    assertThat(TOKENS.position(2)).isEqualTo(1);
  }

  @Test
  void theLastTokensKeepTheirRowsInTheSmallestTable() {
    RowIndex last = TOKENS.index().last();
    assertThat(rows(last)).containsExactly(4, 4, 4);
    assertThat(last.used()).containsExactly(4);
    RowIndex within = last.within(last.used());
    assertThat(rows(within)).containsExactly(0, 0, 0);
    assertThat(within.tableRows()).isEqualTo(1);
    assertThat(within.examples()).isEqualTo(3);
  }

  @Test
  void onlyARowForEveryTokenInOrderIsTheIdentity() {
    assertThat(RowIndex.each(2, 3).isIdentity()).isTrue();
    assertThat(RowIndex.each(2, 1).last().isIdentity()).isTrue();
    assertThat(RowIndex.each(2, 3).last().isIdentity()).isFalse();
    assertThat(TOKENS.index().isIdentity()).isFalse();
    assertThat(rows(RowIndex.each(2, 3).last())).containsExactly(2, 5);
  }

  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT", "DOUBLE"})
  void addingBackIsTheTransposeOfGathering(DataType type) {
    Kernels kernels = Backend.kernels(type);
    RowCopies copies = new RowCopies(kernels);
    RowIndex index = TOKENS.index();
    double[] x = draw(TOKENS.rows() * 4, "x");
    double[] y = draw(index.size() * 4, "y");
    Matrix gathered = matrix(kernels, type, new double[y.length], index.size());
    copies.gather(matrix(kernels, type, x, TOKENS.rows()), index, gathered);
    Matrix added = matrix(kernels, type, x, TOKENS.rows());
    copies.addBack(matrix(kernels, type, y, index.size()), index, added);
    double inLongSpace = 0;
    double inTable = 0;
    for (int k = 0; k < y.length; k++) {
      inLongSpace += y[k] * read(kernels, gathered)[k];
    }
    for (int k = 0; k < x.length; k++) {
      inTable += x[k] * (read(kernels, added)[k] - x[k]);
    }
    assertThat(inTable).isCloseTo(inLongSpace, within(type == DataType.FLOAT ? 1e-5 : 1e-13));
  }

  private static Matrix matrix(Kernels kernels, DataType type, double[] values, int rows) {
    Matrix matrix = Matrix.uninitialised(type, rows, values.length / rows, true);
    kernels.write(values, matrix);
    return matrix;
  }

  private static double[] read(Kernels kernels, Matrix matrix) {
    double[] values = new double[matrix.size()];
    kernels.read(matrix, 0, values, values.length);
    return values;
  }

  private static double[] draw(int count, String name) {
    Stream stream = new SeedTree(4).stream(name);
    double[] values = new double[count];
    Arrays.setAll(values, k -> stream.gaussian());
    return values;
  }

  private static int[] rows(RowIndex index) {
    int[] rows = new int[index.size()];
    Arrays.setAll(rows, index::row);
    return rows;
  }
}
