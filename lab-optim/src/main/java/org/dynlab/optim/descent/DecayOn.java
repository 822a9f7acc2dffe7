package org.dynlab.optim.descent;

import java.util.List;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.store.problem.UserError;

/** Which blocks of the parameter vector weight decay acts on. */
public enum DecayOn {
  /** Weights and biases, as PyTorch does unless told otherwise. */
  ALL {
    @Override
    List<ParameterBlock> blocks(ParameterLayout layout) {
      return layout.blocks();
    }
  },
  /** Weight matrices only. */
  WEIGHTS {
    @Override
    List<ParameterBlock> blocks(ParameterLayout layout) {
      if (layout.weights().isEmpty()) {
        throw new UserError(
            "optimizer",
            "must find weight matrices to decay",
            layout.blocks().stream().map(ParameterBlock::name).toList().toString(),
            "decayOn: all, or weightDecay: 0");
      }
      return layout.weights();
    }
  };

  /**
   * These blocks of that layout, in order.
   *
   * @throws UserError if there is none of them
   */
  abstract List<ParameterBlock> blocks(ParameterLayout layout);
}
