/**
 * Sums, medians and moments over pieces of the flat parameter vector. Start with {@link
 * org.dynlab.instrument.flat.Sums}.
 */
package org.dynlab.instrument.flat;
