package org.dynlab.analysis.phase;

import org.dynlab.analysis.Run;

/** How one time is read off a run. */
interface TimeRule {
  /** Short name, e.g. {@code t_fit}. */
  String symbol();

  /** The column it is read from. */
  String column();

  /** What it is, in words. */
  String definition();

  /** When it was in that run. */
  RunTime of(Run run);
}
