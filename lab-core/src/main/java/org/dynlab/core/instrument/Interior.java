package org.dynlab.core.instrument;

import java.util.List;

/**
 * The network at θ_t taken apart: what it has at places inside it, and what it makes of any rows of
 * numbers put in there, in double precision and without dropout. Asking it changes nothing of the
 * run.
 */
public interface Interior {

  /** Where rows can be put in, in the order of the pass. */
  List<Entrance> entrances();

  /** What the network has at that entrance for the inputs of a probe set: [n, width], row-major. */
  double[] rowsAt(int entrance, ProbeSet probes);

  /**
   * Passes rows on from that entrance to the outputs.
   *
   * @param rows [n, width], row-major
   * @return valid until the next pass
   */
  Passage pass(int entrance, double[] rows);
}
