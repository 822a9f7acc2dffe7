package org.dynlab.core.instrument;

import java.util.List;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;

/**
 * What an instrument may know of a run before its first step.
 *
 * @param layout the flat parameter vector
 * @param hidden the hidden layers in order, as named in the layout
 * @param entrances where rows can be put in, as in {@link Interior#entrances}
 * @param outputs number of network outputs
 * @param data the examples
 * @param seeds the run's seed tree, for probe sets; independent of every stream training uses
 */
public record Subject(
    ParameterLayout layout,
    List<Place> hidden,
    List<Entrance> entrances,
    int outputs,
    Data data,
    SeedTree seeds) {

  /** Copies the lists. */
  public Subject {
    hidden = List.copyOf(hidden);
    entrances = List.copyOf(entrances);
  }

  /**
   * The examples of a run.
   *
   * @param trainRows number of training examples
   * @param evalRows number of evaluation examples
   * @param classes number of classes, 0 where targets are no classes
   * @param measured whether all examples have integration weights
   */
  public record Data(int trainRows, int evalRows, int classes, boolean measured) {}

  /** How many inputs that probe set has in this run. */
  public int rows(ProbeSet probes) {
    int available =
        switch (probes.source()) {
          case TRAIN -> data.trainRows();
          case EVAL -> data.evalRows();
          case ALL -> data.trainRows() + data.evalRows();
        };
    return Math.min(probes.size(), available);
  }
}
