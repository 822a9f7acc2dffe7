/**
 * Pictures of a sweep: which columns stand together in one panel, in which colours and dashes, and
 * the panels as PNG and SVG files. Start with {@link org.dynlab.analysis.figure.Figures}.
 */
package org.dynlab.analysis.figure;
