package org.dynlab.analysis.figure.step;

import org.dynlab.analysis.figure.draw.LineLook;

/**
 * How the lines of a panel look. With one arm every channel has its own colour and dash; with
 * several arms the colour and the marker say the arm, and the dash says the channel.
 */
final class Looks {
  private Looks() {}

  static LineLook of(Panel panel, int channel, String armName, int arm, int arms) {
    String label = panel.channels().get(channel).label();
    if (arms == 1) {
      return new LineLook(label, channel, channel, LineLook.NO_MARKER);
    }
    String both = panel.channels().size() == 1 ? armName : label + " · " + armName;
    return new LineLook(both, arm, channel, arm);
  }
}
