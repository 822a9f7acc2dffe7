/**
 * Instruments on networks that Deeplearning4j itself trains. Start with {@link
 * org.dynlab.instrument.dl4j.InstrumentListener}.
 */
package org.dynlab.instrument.dl4j;
