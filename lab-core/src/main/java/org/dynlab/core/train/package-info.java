/**
 * The training loop. Start with {@link org.dynlab.core.train.Trainer}: one step reads batch,
 * gradient, view, instruments, row, update, in that order. {@link
 * org.dynlab.core.train.TrainingRun} assembles a trainer from a run's description and writes its
 * run directory.
 */
package org.dynlab.core.train;
