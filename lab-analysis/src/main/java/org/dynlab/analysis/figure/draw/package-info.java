/**
 * What all pictures are drawn with: axes and their ticks, looks of lines, sheets with title and
 * legend. Start with {@link org.dynlab.analysis.figure.draw.Sheet}.
 */
package org.dynlab.analysis.figure.draw;
