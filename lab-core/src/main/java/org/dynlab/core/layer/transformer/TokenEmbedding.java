package org.dynlab.core.layer.transformer;

import java.util.Arrays;
import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.engine.transformer.DistinctTokens;
import org.dynlab.core.layer.part.Buffers;

/**
 * The start of the residual stream: s · E[symbol] + P[position] with {@code embedding.W: [V, d]}
 * and {@code position.W: [c, d]}, a row for every different pair of the two.
 */
final class TokenEmbedding {
  private static final String SYMBOLS = "embedding.W";
  private static final String POSITIONS = "position.W";
  private final Kernels kernels;
  private final ParameterViews parameters;
  private final TransformerShape shape;
  private final Buffers rows;
  private final double[] symbols;
  private final double[] positions;
  private double[] table = new double[0];

  TokenEmbedding(Workplace place, TransformerShape shape) {
    this.kernels = place.kernels();
    this.parameters = place.parameters();
    this.shape = shape;
    this.rows = place.rows(shape.width());
    this.symbols = new double[shape.vocabulary() * shape.width()];
    this.positions = new double[shape.context() * shape.width()];
  }

  Matrix forward(DistinctTokens tokens) {
    Matrix to = rows.ofRows(tokens.rows());
    kernels.read(parameters.value(SYMBOLS), 0, symbols, symbols.length);
    kernels.read(parameters.value(POSITIONS), 0, positions, positions.length);
    prepareTable(to.size());
    for (int r = 0; r < tokens.rows(); r++) {
      for (int j = 0; j < shape.width(); j++) {
        table[r * shape.width() + j] =
            shape.embeddingScale() * symbols[j * shape.vocabulary() + tokens.symbol(r)]
                + positions[j * shape.context() + tokens.position(r)];
      }
    }
    kernels.write(table, to);
    return to;
  }

  /** The gradients of E and P from that with respect to the rows. */
  void backward(DistinctTokens tokens, Matrix error) {
    prepareTable(error.size());
    kernels.read(error, 0, table, table.length);
    Arrays.fill(symbols, 0);
    Arrays.fill(positions, 0);
    for (int r = 0; r < tokens.rows(); r++) {
      for (int j = 0; j < shape.width(); j++) {
        double slope = table[r * shape.width() + j];
        symbols[j * shape.vocabulary() + tokens.symbol(r)] += shape.embeddingScale() * slope;
        positions[j * shape.context() + tokens.position(r)] += slope;
      }
    }
    kernels.write(symbols, parameters.gradient(SYMBOLS));
    kernels.write(positions, parameters.gradient(POSITIONS));
  }

  private void prepareTable(int count) {
    table = table.length == count ? table : new double[count];
  }
}
