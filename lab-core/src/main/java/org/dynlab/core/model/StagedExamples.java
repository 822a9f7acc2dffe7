package org.dynlab.core.model;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Examples in the form the network's backend wants them, made once and used for many passes.
 *
 * @param features dense rows [n, width], or token positions [n, slots]
 * @param labels one-hot rows [n, classes]
 * @param rows n
 */
public record StagedExamples(INDArray features, INDArray labels, int rows) {}
