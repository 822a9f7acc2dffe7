package org.dynlab.analysis.figure;

import java.util.List;

/**
 * One picture: columns that share a vertical axis over steps on a logarithmic horizontal axis.
 *
 * @param id file name without ending, and anchor in the report
 * @param title what is shown
 * @param yTitle the vertical axis with its unit
 * @param reading one sentence: how to read it
 * @param scale the vertical axis
 * @param channels the columns, the most important one first
 */
public record Panel(
    String id, String title, String yTitle, String reading, Scale scale, List<Channel> channels) {

  /** Step 0 has no place on a logarithmic axis and is not drawn. */
  public static final long FIRST_STEP = 1;

  /** The horizontal axis of every panel. */
  public static final String X_TITLE = "step (completed updates, log scale; step 0 not drawn)";

  /** How a vertical axis is divided. */
  public enum Scale {
    /** Linear, from 0 to 1. */
    SHARE,
    /** Linear, fitted to the values. */
    LINEAR,
    /** Logarithmic; values that are not positive are not drawn. */
    LOG;

    /** Whether a value has a place on such an axis. */
    public boolean shows(double value) {
      return Double.isFinite(value) && (this != LOG || value > 0);
    }
  }

  /** Copies the list. */
  public Panel {
    channels = List.copyOf(channels);
  }
}
