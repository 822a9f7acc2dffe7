/**
 * The regions of input space that a network tells apart: crossings of the zeros of its units, how
 * linear it is between inputs. Start with {@link org.dynlab.instrument.region.LocalComplexity}.
 */
package org.dynlab.instrument.region;
