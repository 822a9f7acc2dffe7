package org.dynlab.core.layer.transformer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dynlab.core.engine.Backend;
import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.engine.transformer.DistinctTokens;
import org.dynlab.core.engine.transformer.RowCopies;
import org.dynlab.core.engine.transformer.RowIndex;
import org.dynlab.core.layer.Inlet;
import org.dynlab.core.layer.Tap;
import org.dynlab.core.layer.part.Buffers;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The passes through a transformer's embedding and blocks.
 *
 * <p>Rows are computed once for all tokens that share them. Up to the first block's attention those
 * are the tokens with the same symbol at the same position, as long as the embedding is not
 * dropped; after it every token has a row of its own. The gradient goes back the same way: the
 * errors of tokens that share a row are added up before they meet a weight matrix. Nothing of this
 * is an approximation.
 */
final class TransformerPass {
  private static final String NORM = "norm";
  private final TransformerShape shape;
  private final RowCopies copies;
  private final TokenEmbedding embedding;
  private final DroppedRows dropped;
  private final Buffers separate;
  private final Buffers shared;
  private final List<TransformerBlock> blocks = new ArrayList<>();
  private final LayerNorm norm;
  private DistinctTokens tokens;
  private Matrix out;

  TransformerPass(TransformerShape shape, DataType type, ParameterViews parameters) {
    Kernels kernels = Backend.kernels(type);
    this.shape = shape;
    this.copies = new RowCopies(kernels);
    Workplace place = new Workplace(kernels, copies, parameters, type);
    this.embedding = new TokenEmbedding(place, shape);
    this.dropped = new DroppedRows(place, "embedding", shape.width(), shape.dropout());
    this.separate = place.rows(shape.width());
    this.shared = place.rows(shape.width());
    for (int k = 1; k <= shape.blocks(); k++) {
      blocks.add(new TransformerBlock(place, shape, k));
    }
    this.norm = new LayerNorm(place, NORM, shape.width());
  }

  /** The residual stream at the last token of each example. */
  Matrix forward(DistinctTokens newTokens, Draws draws) {
    tokens = newTokens;
    RowIndex index = tokens.index();
    Matrix stream = embedding.forward(tokens);
    if (draws.active()) {
      stream = separate(stream);
      index = RowIndex.each(index.examples(), index.tokens());
    }
    dropped.apply(stream, draws);
    for (TransformerBlock block : blocks) {
      stream = block.forward(stream, index, draws);
      index = RowIndex.each(index.examples(), index.tokens());
    }
    out = normedAtEnd() ? norm.forward(stream) : stream;
    return out;
  }

  private Matrix separate(Matrix table) {
    Matrix rows = separate.ofRows(tokens.index().size());
    copies.gather(table, tokens.index(), rows);
    return rows;
  }

  /** Gradients of all parameters from that with respect to what {@link #forward} gave. */
  void backward(Matrix error) {
    if (normedAtEnd()) {
      norm.backward(error);
    }
    Matrix toStream = error;
    for (int k = blocks.size() - 1; k >= 0; k--) {
      toStream = blocks.get(k).backward(toStream);
    }
    if (dropped.active()) {
      toStream = together(dropped.back(toStream));
    }
    embedding.backward(tokens, toStream);
  }

  private Matrix together(Matrix rows) {
    Matrix table = shared.ofRows(tokens.rows());
    table.array().assign(0);
    copies.addBack(rows, tokens.index(), table);
    return table;
  }

  /** The taps of the blocks, and last what the read-out sees if that is not yet among them. */
  List<Tap> taps() {
    List<Tap> taps = new ArrayList<>();
    blocks.forEach(block -> taps.addAll(block.taps()));
    if (normedAtEnd()) {
      taps.add(Tap.ofOutputs(NORM + ".out", shape.width(), () -> out));
    }
    return taps;
  }

  /** The embedded tokens, and the residual stream of all tokens between the blocks. */
  List<Inlet> inlets(Function<INDArray, DistinctTokens> read) {
    int width = shape.context() * shape.width();
    List<Inlet> inlets = new ArrayList<>();
    for (int k = 0; k < blocks.size(); k++) {
      int block = k;
      String name = k == 0 ? "embedding" : TransformerShape.blockName(k) + ".out";
      inlets.add(
          new Inlet(
              name,
              width,
              x -> streamBefore(block, read.apply(x)),
              x -> onward(block, x),
              tapsBefore(block)));
    }
    return inlets;
  }

  private int tapsBefore(int block) {
    return blocks.subList(0, block).stream().mapToInt(each -> each.taps().size()).sum();
  }

  /** What enters block k, counted from 0: the rows of an example's tokens one after the other. */
  private Matrix streamBefore(int k, DistinctTokens of) {
    tokens = of;
    Matrix stream = separate(embedding.forward(tokens));
    RowIndex index = RowIndex.each(tokens.index().examples(), tokens.index().tokens());
    for (TransformerBlock block : blocks.subList(0, k)) {
      stream = block.forward(stream, index, Draws.NONE);
    }
    return reshaped(stream, index.examples(), shape.context() * shape.width());
  }

  private Matrix onward(int k, Matrix rows) {
    RowIndex index = RowIndex.each(rows.rows(), shape.context());
    Matrix stream = reshaped(rows, index.size(), shape.width());
    for (TransformerBlock block : blocks.subList(k, blocks.size())) {
      stream = block.forward(stream, index, Draws.NONE);
    }
    out = normedAtEnd() ? norm.forward(stream) : stream;
    return out;
  }

  /** The same numbers in rows of another length. */
  private static Matrix reshaped(Matrix rows, int count, int width) {
    INDArray lines = rows.rowMajor() ? rows.array() : rows.array().dup('c');
    return Matrix.of(lines.reshape('c', count, width));
  }

  private boolean normedAtEnd() {
    return shape.norm() == NormPlacement.PRE;
  }
}
