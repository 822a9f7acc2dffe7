/**
 * Numbers with intervals over any quantity. Start with {@link
 * org.dynlab.analysis.figure.plot.Plot}; {@link org.dynlab.analysis.figure.plot.Plots} says which a
 * sweep has.
 */
package org.dynlab.analysis.figure.plot;
