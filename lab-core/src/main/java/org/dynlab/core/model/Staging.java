package org.dynlab.core.model;

import org.dynlab.core.engine.Tokens;
import org.dynlab.core.layer.FusedDenseLayer;
import org.dynlab.core.layer.FusedOutputLayer;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Features;
import org.dynlab.core.task.TokenFeatures;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Turns examples into arrays of one number format, and tells the layers what the arrays say. */
final class Staging {
  private final DataType type;

  Staging(DataType type) {
    this.type = type;
  }

  StagedExamples stage(Examples examples, FusedDenseLayer first, FusedOutputLayer output) {
    INDArray features = features(examples.features());
    if (examples.features() instanceof TokenFeatures tokens) {
      first.stage(features, tokens(tokens));
    }
    INDArray labels = oneHot(examples.targets());
    output.stage(labels, classes(examples.targets()));
    return new StagedExamples(features, labels, examples.rows());
  }

  private INDArray features(Features features) {
    int rows = features.rows();
    if (features instanceof TokenFeatures tokens) {
      double[] values = new double[rows * tokens.slots()];
      for (int i = 0; i < values.length; i++) {
        values[i] = tokens.token(i % rows, i / rows);
      }
      return columnMajor(values, rows, tokens.slots());
    }
    DenseFeatures dense = (DenseFeatures) features;
    double[] values = new double[rows * dense.width()];
    for (int i = 0; i < values.length; i++) {
      values[i] = dense.value(i % rows, i / rows);
    }
    return columnMajor(values, rows, dense.width());
  }

  private INDArray oneHot(ClassTargets targets) {
    double[] values = new double[targets.rows() * targets.classes()];
    for (int i = 0; i < targets.rows(); i++) {
      values[targets.label(i) * targets.rows() + i] = 1;
    }
    return columnMajor(values, targets.rows(), targets.classes());
  }

  private INDArray columnMajor(double[] values, int rows, int columns) {
    return Nd4j.create(values, new long[] {rows, columns}, 'f').castTo(type);
  }

  private static Tokens tokens(TokenFeatures features) {
    int[][] bySlot = new int[features.slots()][features.rows()];
    for (int s = 0; s < bySlot.length; s++) {
      for (int i = 0; i < bySlot[s].length; i++) {
        bySlot[s][i] = features.token(i, s);
      }
    }
    return new Tokens(bySlot);
  }

  private static int[] classes(ClassTargets targets) {
    int[] classes = new int[targets.rows()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = targets.label(i);
    }
    return classes;
  }
}
