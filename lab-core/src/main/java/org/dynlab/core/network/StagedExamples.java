package org.dynlab.core.network;

import org.dynlab.core.task.Targets;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Examples in the form the network's backend wants them, made once and used for many passes.
 *
 * @param features dense rows [n, width], positions [n, slots], or a row for every channel of every
 *     example
 * @param labels what the last layer takes: one-hot rows, numbers, or a stand-in for residuals
 * @param targets the targets behind the labels
 */
public record StagedExamples(INDArray features, INDArray labels, Targets targets) {

  /** n. */
  public int rows() {
    return targets.rows();
  }
}
