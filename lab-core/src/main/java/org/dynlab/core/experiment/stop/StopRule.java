package org.dynlab.core.experiment.stop;

/** Ends a run by what one of its columns does. */
public sealed interface StopRule permits Target, Patience, Divergence {

  /** Column of the metric table, e.g. {@code eval.accuracy}. */
  String column();

  /** Its state in one run. */
  StopState begin();

  /** The column's part of the checks of every rule. */
  static boolean names(String column) {
    return !column.isBlank();
  }
}
