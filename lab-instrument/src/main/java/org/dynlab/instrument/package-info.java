/**
 * What is looked at while a network trains. Each instrument is an immutable record that lists its
 * columns before the first step and then turns views of the run into numbers; none can write.
 *
 * <p>Start with {@link org.dynlab.instrument.InstrumentCatalogue}, which lists them all, and {@link
 * org.dynlab.instrument.fit.LossAndAccuracy}, the smallest.
 */
package org.dynlab.instrument;
