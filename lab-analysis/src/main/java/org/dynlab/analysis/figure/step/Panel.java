package org.dynlab.analysis.figure.step;

import java.util.List;
import org.dynlab.analysis.figure.draw.Scale;

/**
 * One picture: columns that share a vertical axis over steps on a logarithmic horizontal axis.
 *
 * @param id file name without ending, and anchor in the report
 * @param title what is shown
 * @param yTitle the vertical axis with its unit
 * @param reading one sentence: how to read it
 * @param scale the vertical axis
 * @param channels the columns, the most important one first
 * @param statistic what of the columns is drawn
 */
public record Panel(
    String id,
    String title,
    String yTitle,
    String reading,
    Scale scale,
    List<Channel> channels,
    Statistic statistic) {

  /** Step 0 has no place on a logarithmic axis and is not drawn. */
  public static final long FIRST_STEP = 1;

  /** The horizontal axis of every panel. */
  public static final String X_TITLE = "step (completed updates, log scale; step 0 not drawn)";

  /** Shades of stairs hide each other beyond so many lines. */
  static final int MOST_SHADED_ARRIVALS = 3;

  /** Copies the list. */
  public Panel {
    channels = List.copyOf(channels);
  }

  /** A panel of means and runs. */
  public Panel(
      String id, String title, String yTitle, String reading, Scale scale, List<Channel> channels) {
    this(id, title, yTitle, reading, scale, channels, new Statistic.Mean());
  }

  /** Whether bands are drawn around so many lines. */
  public boolean shades(int lines) {
    return !(statistic instanceof Statistic.Arrivals) || lines <= MOST_SHADED_ARRIVALS;
  }

  /** The same panel with other columns. */
  Panel with(List<Channel> others) {
    return new Panel(id, title, yTitle, reading, scale, others, statistic);
  }
}
