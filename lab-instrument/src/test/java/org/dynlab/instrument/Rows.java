package org.dynlab.instrument;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.StepView;

/** Measured rows by the names of their columns. */
public final class Rows {
  private Rows() {}

  /** One row of a gauge that is shown the step first. */
  public static Map<String, Double> of(Gauge gauge, StepView view) {
    if (gauge.follows()) {
      gauge.follow(view);
    }
    double[] row = gauge.measure(view);
    if (row.length != gauge.columns().size()) {
      throw new AssertionError(row.length + " numbers for " + gauge.columns().size() + " columns");
    }
    Map<String, Double> named = new LinkedHashMap<>();
    for (int c = 0; c < row.length; c++) {
      named.put(gauge.columns().get(c).name(), row[c]);
    }
    return named;
  }
}
