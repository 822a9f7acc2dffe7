/**
 * The contract of instruments. Start with {@link org.dynlab.core.instrument.Instrument}; the
 * instruments themselves live in lab-instrument.
 */
package org.dynlab.core.instrument;
