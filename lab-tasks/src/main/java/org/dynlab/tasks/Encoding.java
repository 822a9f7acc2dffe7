package org.dynlab.tasks;

import org.dynlab.core.task.Features;
import org.dynlab.core.task.TokenFeatures;

/** The form in which symbols reach a network; both forms mean the same dense vector. */
public enum Encoding {
  /** Positions of the ones: the first layer sums rows of its weight matrix. */
  TOKENS {
    @Override
    Features encode(TokenFeatures tokens) {
      return tokens;
    }
  },
  /** The dense vector with all its zeros: the first layer is a matrix product. */
  ONE_HOT {
    @Override
    Features encode(TokenFeatures tokens) {
      return tokens.toDense();
    }
  };

  /** The same inputs in this form. */
  abstract Features encode(TokenFeatures tokens);
}
