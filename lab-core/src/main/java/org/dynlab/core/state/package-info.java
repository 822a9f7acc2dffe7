/**
 * What a run has to remember from step to step, as named arrays: {@link
 * org.dynlab.core.state.Slot}. Checkpoints save them, nobody else needs to know what they mean.
 */
package org.dynlab.core.state;
