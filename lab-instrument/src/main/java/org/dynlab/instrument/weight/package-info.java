/**
 * What the weights look like: the 14 statistics, spectra, and how far they have moved. Start with
 * {@link org.dynlab.instrument.weight.WeightStatistics}.
 */
package org.dynlab.instrument.weight;
