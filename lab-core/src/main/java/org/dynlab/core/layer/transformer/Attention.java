package org.dynlab.core.layer.transformer;

import org.dynlab.core.engine.Matrix;
import org.dynlab.core.engine.transformer.AttentionHeads;
import org.dynlab.core.engine.transformer.RowCopies;
import org.dynlab.core.engine.transformer.RowIndex;
import org.dynlab.core.layer.part.Buffers;

/**
 * The attention half of a transformer block. Queries, keys and values are computed once for each
 * row of the table that tokens share, and queries only for rows that are asked for.
 */
final class Attention {
  private final RowCopies copies;
  private final Projection query;
  private final Projection key;
  private final Projection value;
  private final Projection out;
  private final AttentionHeads heads;
  private final DroppedRows weights;
  private final DroppedRows after;
  private final Buffers asking;
  private final Buffers mixed;
  private final Buffers queryErrors;
  private final Buffers keyErrors;
  private final Buffers valueErrors;
  private int[] asked;
  private int tableRows;

  Attention(Workplace place, TransformerShape shape, String name) {
    int d = shape.width();
    this.copies = place.copies();
    this.query = new Projection(place, name + ".attention.query", d, d, shape.attentionBias());
    this.key = new Projection(place, name + ".attention.key", d, d, shape.attentionBias());
    this.value = new Projection(place, name + ".attention.value", d, d, shape.attentionBias());
    this.out = new Projection(place, name + ".attention.out", d, d, shape.attentionBias());
    this.heads = new AttentionHeads(place.kernels(), shape.heads(), d, shape.causal());
    this.weights = new DroppedRows(place, name + ".attention", shape.context(), shape.dropout());
    this.after = new DroppedRows(place, name + ".attention.out", d, shape.dropout());
    this.asking = place.rows(d);
    this.mixed = place.rows(d);
    this.queryErrors = place.rows(d);
    this.keyErrors = place.rows(d);
    this.valueErrors = place.rows(d);
  }

  /**
   * What attention gives each query, in an array that the caller may add to.
   *
   * @param table the rows of all tokens
   * @param keys which row each token has
   * @param queries the same for the tokens that ask: all, or the last of each example
   */
  Matrix forward(Matrix table, RowIndex keys, RowIndex queries, Draws draws) {
    asked = queries.used();
    tableRows = table.rows();
    heads.tokens(queries.within(asked), keys);
    Matrix o = mixed.ofRows(queries.size());
    heads.forward(
        query.forward(askingRows(table)),
        key.forward(table),
        value.forward(table),
        weights.factors(heads.distributions(), draws),
        o);
    Matrix y = out.forward(o);
    after.apply(y, draws);
    return y;
  }

  private Matrix askingRows(Matrix table) {
    if (everyRowAsks()) {
      return table;
    }
    Matrix rows = asking.ofRows(asked.length);
    copies.gather(table, asked, rows);
    return rows;
  }

  private boolean everyRowAsks() {
    return asked.length == tableRows;
  }

  /**
   * Gradients of the parameters; returns that with respect to the table and leaves the error alone.
   */
  Matrix backward(Matrix error) {
    Matrix toQuery = queryErrors.ofRows(asked.length);
    Matrix toKey = keyErrors.ofRows(tableRows);
    Matrix toValue = valueErrors.ofRows(tableRows);
    heads.backward(out.backward(after.back(error)), toQuery, toKey, toValue);
    Matrix total = key.backward(toKey);
    total.array().addi(value.backward(toValue).array());
    Matrix fromQueries = query.backward(toQuery);
    if (everyRowAsks()) {
      total.array().addi(fromQueries.array());
    } else {
      copies.addBack(fromQueries, asked, total);
    }
    return total;
  }
}
