package org.dynlab.analysis.figure.draw;

/**
 * How a line is told from the others in its panel, as positions in the lists of colours, dashes and
 * markers, so that it can be told without colour.
 *
 * @param label its name in the legend
 * @param marker {@value #NO_MARKER} for none
 */
public record LineLook(String label, int colour, int dash, int marker) {
  /** A line without markers. */
  public static final int NO_MARKER = -1;
}
