package org.dynlab.analysis.staircase;

import java.util.List;

/**
 * When things happened in one run.
 *
 * @param rises steps at which the rank jumped up
 * @param drops steps at which the loss jumped down
 * @param first step at which the run was first looked at
 * @param last step at which it was last looked at
 */
public record Events(List<Double> rises, List<Double> drops, double first, double last) {

  /** Copies the lists. */
  public Events {
    rises = List.copyOf(rises);
    drops = List.copyOf(drops);
  }

  /** Of two staircases of the same run. */
  static Events of(Staircase rank, Staircase loss, double first, double last) {
    return new Events(
        rank.jumps().stream().filter(jump -> jump.height() > 0).map(Jump::step).toList(),
        loss.jumps().stream().filter(jump -> jump.height() < 0).map(Jump::step).toList(),
        first,
        last);
  }
}
