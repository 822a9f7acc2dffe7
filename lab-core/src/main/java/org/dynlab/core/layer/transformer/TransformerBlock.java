package org.dynlab.core.layer.transformer;

import java.util.List;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.engine.transformer.RowCopies;
import org.dynlab.core.engine.transformer.RowIndex;
import org.dynlab.core.layer.Tap;
import org.dynlab.core.layer.part.Buffers;

/**
 * One block of a transformer: x' = x + attention(x), then x'' = x' + mlp(x'), with layer
 * normalisation before either, after either addition, or nowhere.
 *
 * <p>The last block answers for the last token of each example alone: what it would give at the
 * others nobody reads.
 */
final class TransformerBlock {
  private final String name;
  private final TransformerShape shape;
  private final boolean lastTokenOnly;
  private final RowCopies copies;
  private final Attention attention;
  private final FeedForward feedForward;
  private final LayerNorm norm1;
  private final LayerNorm norm2;
  private final Buffers streams;
  private final Buffers tapped;
  private final Buffers tappedActivations;
  private final Buffers tappedBefore;
  private RowIndex queries;
  private Matrix out;

  /**
   * @param number from 1; the block whose number is that of the shape's blocks is the last
   */
  TransformerBlock(Workplace place, TransformerShape shape, int number) {
    this.name = TransformerShape.blockName(number);
    this.shape = shape;
    this.lastTokenOnly = number == shape.blocks();
    this.copies = place.copies();
    this.attention = new Attention(place, shape, name);
    this.feedForward = new FeedForward(place, shape, name);
    this.norm1 = new LayerNorm(place, name + ".norm1", shape.width());
    this.norm2 = new LayerNorm(place, name + ".norm2", shape.width());
    this.streams = place.rows(shape.width());
    this.tapped = place.rows(shape.width());
    this.tappedActivations = place.rows(shape.feedForward());
    this.tappedBefore = place.rows(shape.feedForward());
  }

  /** The residual stream after this block: a row for every token it answers for. */
  Matrix forward(Matrix table, RowIndex tokens, Draws draws) {
    queries = lastTokenOnly ? tokens.last() : tokens;
    Matrix read = pre() ? norm1.forward(table) : table;
    Matrix middle = attention.forward(read, tokens, queries, draws);
    middle.array().addi(rowsOfQueries(table).array());
    middle = post() ? norm1.forward(middle) : middle;
    out = feedForward.forward(pre() ? norm2.forward(middle) : middle, draws);
    out.array().addi(middle.array());
    out = post() ? norm2.forward(out) : out;
    return out;
  }

  private Matrix rowsOfQueries(Matrix table) {
    if (queries.isIdentity()) {
      return table;
    }
    Matrix rows = streams.ofRows(queries.size());
    copies.gather(table, queries, rows);
    return rows;
  }

  /** Gradients of the parameters; returns that with respect to the table. */
  Matrix backward(Matrix error) {
    if (post()) {
      norm2.backward(error);
    }
    Matrix middle = feedForward.backward(error);
    if (pre()) {
      norm2.backward(middle);
    }
    middle.array().addi(error.array());
    if (post()) {
      norm1.backward(middle);
    }
    Matrix table = attention.backward(middle);
    if (pre()) {
      norm1.backward(table);
    }
    if (queries.isIdentity()) {
      table.array().addi(middle.array());
    } else {
      copies.addBack(middle, queries, table);
    }
    return table;
  }

  /** The feed-forward activations and the residual stream at the last token. */
  List<Tap> taps() {
    return List.of(
        Tap.of(
            name + ".mlp",
            shape.feedForward(),
            () -> atLastToken(feedForward.activations(), tappedActivations),
            () -> atLastToken(feedForward.preActivations(), tappedBefore)),
        Tap.ofOutputs(name + ".out", shape.width(), () -> atLastToken(out, tapped)));
  }

  private Matrix atLastToken(Matrix rows, Buffers buffers) {
    if (lastTokenOnly) {
      return rows;
    }
    Matrix last = buffers.ofRows(queries.examples());
    copies.gather(rows, RowIndex.each(queries.examples(), queries.tokens()).last(), last);
    return last;
  }

  private boolean pre() {
    return shape.norm() == NormPlacement.PRE;
  }

  private boolean post() {
    return shape.norm() == NormPlacement.POST;
  }
}
