/**
 * How well the network does on its examples. Start with {@link
 * org.dynlab.instrument.fit.LossAndAccuracy}.
 */
package org.dynlab.instrument.fit;
