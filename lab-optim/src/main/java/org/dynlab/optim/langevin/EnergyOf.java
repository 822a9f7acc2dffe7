package org.dynlab.optim.langevin;

/** Which examples the loss that serves as energy is the mean of. */
public enum EnergyOf {
  /** The whole training set; a smaller batch is refused. */
  FULL_BATCH,
  /** Whatever is in the batch: a noisy energy, and said so in the run's report. */
  MINIBATCH
}
