package org.dynlab.analysis.figure;

/**
 * How a line is told from the others in its panel, as positions in the lists of colours, dashes and
 * markers. With one arm every channel has its own colour and dash; with several arms the colour and
 * the marker say the arm, and the dash says the channel.
 *
 * @param label its name in the legend
 * @param marker {@value #NO_MARKER} for none
 */
public record LineLook(String label, int colour, int dash, int marker) {
  /** A line without markers. */
  public static final int NO_MARKER = -1;

  static LineLook of(Panel panel, int channel, String armName, int arm, int arms) {
    String label = panel.channels().get(channel).label();
    if (arms == 1) {
      return new LineLook(label, channel, channel, NO_MARKER);
    }
    String both = panel.channels().size() == 1 ? armName : label + " · " + armName;
    return new LineLook(both, arm, channel, arm);
  }
}
