/**
 * Pictures of a sweep as PNG and SVG files. Start with {@link org.dynlab.analysis.figure.Figures}.
 */
package org.dynlab.analysis.figure;
