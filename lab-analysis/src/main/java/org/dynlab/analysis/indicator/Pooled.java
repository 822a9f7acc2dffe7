package org.dynlab.analysis.indicator;

import org.dynlab.analysis.statistics.Estimate;

/**
 * A correlation over runs, with both intervals.
 *
 * @param fisher by Fisher's z, as if runs were drawn independently of all settings
 * @param low lower limit of the bootstrap over runs within arms: the settings are taken as given
 * @param high its upper limit
 */
public record Pooled(Estimate fisher, double low, double high) {

  /** The correlation. */
  public double value() {
    return fisher.value();
  }
}
