/**
 * Curves over steps: first passages, means with confidence bands, down-sampling for display. Start
 * with {@link org.dynlab.analysis.curve.Curve}.
 */
package org.dynlab.analysis.curve;
