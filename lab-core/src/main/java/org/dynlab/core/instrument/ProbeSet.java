package org.dynlab.core.instrument;

/**
 * A fixed set of inputs, drawn once per run from the stream {@code probe}.
 *
 * @param source where the inputs come from
 * @param size how many; all of them if there are fewer
 */
public record ProbeSet(Source source, int size) {

  /** Which examples probes are drawn from, without replacement. */
  public enum Source {
    /** The training examples. */
    TRAIN,
    /** The evaluation examples. */
    EVAL,
    /** Both together. */
    ALL
  }
}
