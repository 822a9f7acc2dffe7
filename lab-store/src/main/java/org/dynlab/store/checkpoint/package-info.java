/**
 * What a run needs to go on where it stopped, in one file that is whole or is refused. Start with
 * {@link org.dynlab.store.checkpoint.Checkpoint}.
 */
package org.dynlab.store.checkpoint;
