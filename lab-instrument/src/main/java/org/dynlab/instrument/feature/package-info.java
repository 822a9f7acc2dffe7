/**
 * The functions that hidden units compute, seen as vectors over probe inputs. Start with {@link
 * org.dynlab.instrument.feature.EpsilonRank}.
 */
package org.dynlab.instrument.feature;
