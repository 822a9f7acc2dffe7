package org.dynlab.core.layer.transformer;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * What a transformer computes from symbols to the residual stream at the last token.
 *
 * @param vocabulary number of symbols V
 * @param context length of a sequence c
 * @param width of the residual stream, d
 * @param blocks attention and feed-forward pairs, one after the other
 * @param heads that share the width equally
 * @param feedForward width of the feed-forward layers
 * @param activation of the feed-forward layers
 * @param norm where layer normalisation stands
 * @param causal whether tokens see only those before them
 * @param attentionBias whether queries, keys, values and their way back have biases
 * @param embeddingScale factor on the token embedding
 * @param dropout share dropped of the embedding, the attention weights, what attention gives, the
 *     feed-forward activations and what they give
 */
public record TransformerShape(
    @JsonProperty("vocabulary") int vocabulary,
    @JsonProperty("context") int context,
    @JsonProperty("width") int width,
    @JsonProperty("blocks") int blocks,
    @JsonProperty("heads") int heads,
    @JsonProperty("feedForward") int feedForward,
    @JsonProperty("activation") Activation activation,
    @JsonProperty("norm") NormPlacement norm,
    @JsonProperty("causal") boolean causal,
    @JsonProperty("attentionBias") boolean attentionBias,
    @JsonProperty("embeddingScale") double embeddingScale,
    @JsonProperty("dropout") double dropout)
    implements Serializable {

  /** Names of blocks, counted from 1. */
  static String blockName(int number) {
    return "block" + number;
  }

  /**
   * The parameters in order: {@code embedding.W: [V, d]}, {@code position.W: [c, d]}; per block
   * attention.query, key, value and out: [d, d], mlp.in: [d, f] and mlp.out: [f, d], norm1 before
   * and norm2 between them if there are any; norm after the last of pre-normalised blocks.
   */
  public List<ParameterBlock> parameters() {
    Blocks list = new Blocks();
    list.weights("embedding", vocabulary, width);
    list.weights("position", context, width);
    for (int k = 1; k <= blocks; k++) {
      addBlock(list, blockName(k));
    }
    if (norm == NormPlacement.PRE) {
      list.norm("norm", width);
    }
    return list.blocks;
  }

  private void addBlock(Blocks list, String name) {
    if (norm != NormPlacement.NONE) {
      list.norm(name + ".norm1", width);
    }
    for (String matrix : List.of("query", "key", "value", "out")) {
      list.projection(name + ".attention." + matrix, width, width, attentionBias);
    }
    if (norm != NormPlacement.NONE) {
      list.norm(name + ".norm2", width);
    }
    list.projection(name + ".mlp.in", width, feedForward, true);
    list.projection(name + ".mlp.out", feedForward, width, true);
  }

  /** Blocks one after the other. */
  private static final class Blocks {
    private final List<ParameterBlock> blocks = new ArrayList<>();
    private int offset;

    void weights(String name, int rows, int columns) {
      add(new ParameterBlock(name + ".W", Role.WEIGHT, offset, rows, columns));
    }

    void projection(String name, int rows, int columns, boolean bias) {
      weights(name, rows, columns);
      if (bias) {
        add(new ParameterBlock(name + ".b", Role.BIAS, offset, 1, columns));
      }
    }

    void norm(String name, int columns) {
      add(new ParameterBlock(name + ".g", Role.GAIN, offset, 1, columns));
      add(new ParameterBlock(name + ".b", Role.BIAS, offset, 1, columns));
    }

    private void add(ParameterBlock block) {
      blocks.add(block);
      offset = block.end();
    }
  }
}
