/**
 * Times at which runs get somewhere, of which some are only known to be later than the end:
 * survival curves, their medians, and tests between arms. Start with {@link
 * org.dynlab.analysis.comparison.survival.Survival}.
 */
package org.dynlab.analysis.comparison.survival;
