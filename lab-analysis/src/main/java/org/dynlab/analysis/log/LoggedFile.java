package org.dynlab.analysis.log;

import java.util.List;
import java.util.Map;

/**
 * What one file held.
 *
 * @param runs in the order in which they begin
 * @param texts columns that hold text, with the first line of it in words
 * @param notFinite columns that hold NaN or infinite cells, with how many and where
 * @param omissions what was left out of its rows
 */
record LoggedFile(
    List<LoggedRun> runs,
    Map<String, String> texts,
    Map<String, NotFinite> notFinite,
    List<Omission> omissions) {

  /** So many cells that are NaN or infinite, the first one there. */
  record NotFinite(long cells, String first) {
    NotFinite plus(NotFinite later) {
      return new NotFinite(cells + later.cells, first);
    }
  }
}
