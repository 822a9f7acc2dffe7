package org.dynlab.core.loss;

/**
 * What the outputs of n examples are compared with: a class each ({@link ClassAnswers}) or numbers
 * ({@link NumberAnswers}).
 */
public sealed interface Answers permits ClassAnswers, NumberAnswers {

  /** n. */
  int rows();

  /** Outputs per example. */
  int outputs();

  /** into[0, n · outputs) ← the same as a label array, column after column. */
  void labels(double[] into);
}
