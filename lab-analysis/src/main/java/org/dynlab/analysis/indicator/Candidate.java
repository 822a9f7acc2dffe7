package org.dynlab.analysis.indicator;

import java.util.List;
import org.dynlab.analysis.statistics.Estimate;

/**
 * How well one column tells the gap.
 *
 * @param column which
 * @param within over the steps of single runs, one entry per arm
 * @param pearson of last values over runs
 * @param spearman of last values over runs
 * @param overArms Spearman's of the arms' mean last values, n being the number of arms
 */
public record Candidate(
    String column, List<Within> within, Pooled pearson, Pooled spearman, Estimate overArms) {

  /** Copies the list. */
  public Candidate {
    within = List.copyOf(within);
  }
}
