package org.dynlab.core.model;

/** What a transformer's read-out chooses from. */
public enum TransformerOutputs {
  /** The classes of the task. */
  CLASSES,
  /** Every symbol it can read, those that are never an answer included. */
  VOCABULARY
}
