package org.dynlab.tasks;

import org.dynlab.core.task.Features;
import org.dynlab.core.task.SequenceFeatures;
import org.dynlab.core.task.TokenFeatures;

/**
 * The form in which a pair (x, y) of elements 0..p-1 reaches a network. The first two mean the same
 * dense vector and are for networks that read vectors; the last two are sentences for a
 * transformer.
 */
public enum Encoding {
  /** Positions of the ones, x and p + y: the first layer sums rows of its weight matrix. */
  TOKENS {
    @Override
    Features encode(int[] x, int[] y, int elements) {
      int[] tokens = new int[2 * x.length];
      for (int i = 0; i < x.length; i++) {
        tokens[2 * i] = x[i];
        tokens[2 * i + 1] = elements + y[i];
      }
      return new TokenFeatures(tokens, 2, 2 * elements);
    }
  },
  /** The dense vector of 2p entries with all its zeros: the first layer is a matrix product. */
  ONE_HOT {
    @Override
    Features encode(int[] x, int[] y, int elements) {
      return ((TokenFeatures) TOKENS.encode(x, y, elements)).toDense();
    }
  },
  /**
   * The sentence (x, y, =) over p + 1 symbols; symbol p is "=" (Nanda et al., arXiv:2301.05217).
   */
  SEQUENCE {
    @Override
    Features encode(int[] x, int[] y, int elements) {
      int[] symbols = new int[3 * x.length];
      for (int i = 0; i < x.length; i++) {
        symbols[3 * i] = x[i];
        symbols[3 * i + 1] = y[i];
        symbols[3 * i + 2] = elements;
      }
      return new SequenceFeatures(symbols, 3, elements + 1);
    }
  },
  /**
   * The sentence (x, op, y, =) over p + 2 symbols; symbol p is "=", symbol p + 1 the operation
   * (Power et al., arXiv:2201.02177).
   */
  EQUATION {
    @Override
    Features encode(int[] x, int[] y, int elements) {
      int[] symbols = new int[4 * x.length];
      for (int i = 0; i < x.length; i++) {
        symbols[4 * i] = x[i];
        symbols[4 * i + 1] = elements + 1;
        symbols[4 * i + 2] = y[i];
        symbols[4 * i + 3] = elements;
      }
      return new SequenceFeatures(symbols, 4, elements + 2);
    }
  };

  /** The pairs (x[i], y[i]) in this form. */
  abstract Features encode(int[] x, int[] y, int elements);
}
