package org.dynlab.optim.descent;

import java.util.List;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterLayout;

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
      return layout.weights();
    }
  };

  /** These blocks of that layout, in order. */
  abstract List<ParameterBlock> blocks(ParameterLayout layout);
}
