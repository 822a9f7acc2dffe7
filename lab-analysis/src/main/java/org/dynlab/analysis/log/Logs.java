package org.dynlab.analysis.log;

import java.util.List;
import org.dynlab.analysis.Sweep;

/**
 * What was read.
 *
 * @param sweep the runs
 * @param omissions everything that was left out or is to be known, files before columns
 */
public record Logs(Sweep sweep, List<Omission> omissions) {

  /** Copies the list. */
  public Logs {
    omissions = List.copyOf(omissions);
  }
}
