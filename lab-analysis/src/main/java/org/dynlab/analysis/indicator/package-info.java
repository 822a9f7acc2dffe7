/**
 * Whether something that is measured along the way of training tells the generalisation gap: its
 * correlation with the gap within runs, over runs and over arms, beside that of simpler quantities.
 * Start with {@link org.dynlab.analysis.indicator.Indicators}.
 */
package org.dynlab.analysis.indicator;
