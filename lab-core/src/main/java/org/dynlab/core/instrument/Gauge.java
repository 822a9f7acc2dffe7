package org.dynlab.core.instrument;

import java.util.List;
import org.dynlab.store.Column;

/** An instrument at work in one run. Its memory is scratch only: equal views give equal numbers. */
public interface Gauge {

  /** What {@link #measure} returns, in order; the same for the whole run. */
  List<Column> columns();

  /** One number per column. NaN where the quantity does not exist or the state is not finite. */
  double[] measure(StepView view);
}
