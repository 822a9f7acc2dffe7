/**
 * Measures of progress on modular addition that move before the network generalises. Start with
 * {@link org.dynlab.instrument.progress.FourierProgress}.
 */
package org.dynlab.instrument.progress;
