/**
 * Names for sets of instruments, each contained in the next. Start with {@link
 * org.dynlab.instrument.preset.Economy}.
 */
package org.dynlab.instrument.preset;
