package org.dynlab.core.model;

import org.dynlab.core.layer.transformer.TransformerShape;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.random.Stream;

/** How the parameters of a transformer begin, before the global scale is applied. */
public enum TransformerStart {
  /**
   * As in the code of Nanda et al. 2023 (arXiv 2301.05217): every weight matrix N(0, 1)/√d with the
   * width d of the residual stream, whatever its fan-in; the read-out N(0, 1)/√outputs; biases 0,
   * gains 1.
   */
  NANDA {
    @Override
    double draw(ParameterBlock block, int fanIn, TransformerShape shape, Stream stream) {
      boolean readOut = block.name().equals(READ_OUT);
      double variance = readOut ? block.columns() : shape.width();
      return block.role() == Role.WEIGHT ? stream.gaussian() / Math.sqrt(variance) : 0;
    }
  },
  /**
   * As PyTorch's layers begin when nothing is said: embeddings N(0, 1), linear layers uniform in
   * ±1/√fan-in with their biases, gains 1, biases of normalisations 0.
   */
  TORCH_DEFAULT {
    @Override
    double draw(ParameterBlock block, int fanIn, TransformerShape shape, Stream stream) {
      if (block.layer().equals("embedding") || block.layer().equals("position")) {
        return stream.gaussian();
      }
      double bound = 1 / Math.sqrt(fanIn);
      return block.layer().contains("norm") ? 0 : stream.uniform(-bound, bound);
    }
  };

  static final String READ_OUT = "output.W";

  /**
   * One entry of a weight matrix or a bias.
   *
   * @param fanIn rows of the weight matrix that the block is or belongs to
   */
  abstract double draw(ParameterBlock block, int fanIn, TransformerShape shape, Stream stream);
}
