package org.dynlab.core.network;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.dynlab.core.engine.Backend;
import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.engine.Tokens;
import org.dynlab.core.layer.LossLayer;
import org.dynlab.core.layer.TokenReader;
import org.dynlab.core.layer.dense.FusedOutputLayer;
import org.dynlab.core.layer.jet.JetOutputLayer;
import org.dynlab.core.loss.Answers;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Features;
import org.dynlab.core.task.ResidualTargets;
import org.dynlab.core.task.SequenceFeatures;
import org.dynlab.core.task.Targets;
import org.dynlab.core.task.TokenFeatures;
import org.dynlab.core.task.VectorFeatures;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Turns examples into arrays of one number format, and tells the layers what the arrays say. */
final class Staging {
  private final DataType type;
  private final Kernels kernels;
  private final Layer first;
  private final LossLayer last;
  private double[] scratch = new double[0];
  private float[] singles = new float[0];

  Staging(DataType type, Kernels kernels, Layer first, LossLayer last) {
    this.type = type;
    this.kernels = kernels;
    this.first = first;
    this.last = last;
  }

  StagedExamples stage(Examples examples) {
    Matrix features = matrix(JetStaging.rows(examples), arrayWidth(examples.features()));
    Matrix labels = matrix(examples.rows(), outputs());
    return fill(features, labels, examples);
  }

  /** As {@link #stage}, in the arrays of {@code old}, whose examples are forgotten, if they fit. */
  StagedExamples restage(StagedExamples old, Examples examples) {
    release(old);
    return old.features().size(0) == JetStaging.rows(examples)
        ? fill(Matrix.of(old.features()), Matrix.of(old.labels()), examples)
        : stage(examples);
  }

  void release(StagedExamples examples) {
    if (first instanceof TokenReader reader) {
      reader.unstage(examples.features());
    }
    last.unstage(examples.labels());
  }

  /** Inputs alone, for a forward pass. */
  INDArray inputs(Features features) {
    Matrix into = matrix(features.rows(), arrayWidth(features));
    fill(into, features);
    return into.array();
  }

  private StagedExamples fill(Matrix features, Matrix labels, Examples examples) {
    if (examples.targets() instanceof ResidualTargets residuals) {
      return fill(features, labels, (VectorFeatures) examples.features(), residuals);
    }
    fill(features, examples.features());
    fill(labels, examples.targets());
    return new StagedExamples(features.array(), labels.array(), examples.targets());
  }

  private StagedExamples fill(
      Matrix features, Matrix labels, VectorFeatures points, ResidualTargets residuals) {
    JetStaging.fill(points, residuals.jet(), room(features.size()));
    kernels.write(scratch, features);
    ((JetOutputLayer) last).stage(labels.array(), residuals);
    return new StagedExamples(features.array(), labels.array(), residuals);
  }

  private void fill(Matrix into, Features features) {
    if (features instanceof VectorFeatures vectors) {
      fill(into, vectors);
      return;
    }
    int[][] bySlot =
        features instanceof TokenFeatures tokens
            ? bySlot(tokens.rows(), tokens.slots(), tokens::token)
            : bySlot((SequenceFeatures) features);
    ((TokenReader) first).stage(into.array(), new Tokens(bySlot));
    for (int i = 0; i < into.size(); i++) {
      room(into.size())[i] = bySlot[i / into.rows()][i % into.rows()];
    }
    kernels.write(scratch, into);
  }

  private void fill(Matrix into, VectorFeatures vectors) {
    if (type == DataType.FLOAT) {
      singles = singles.length < into.size() ? new float[into.size()] : singles;
      vectors.columnMajor(singles);
      Backend.write(singles, into);
      return;
    }
    vectors.columnMajor(room(into.size()));
    kernels.write(scratch, into);
  }

  private void fill(Matrix into, Targets targets) {
    Answers answers = TargetAnswers.of(targets, into.columns());
    answers.labels(room(into.size()));
    kernels.write(scratch, into);
    ((FusedOutputLayer) last).stage(into.array(), answers);
  }

  private static int arrayWidth(Features features) {
    return features instanceof TokenFeatures tokens ? tokens.slots() : features.width();
  }

  private int outputs() {
    return Math.toIntExact(((FeedForwardLayer) ((Layer) last).conf().getLayer()).getNOut());
  }

  private Matrix matrix(int rows, int columns) {
    return Matrix.uninitialised(type, rows, columns, false);
  }

  private double[] room(int count) {
    if (scratch.length < count) {
      scratch = new double[count];
    }
    return scratch;
  }

  private interface TokenAt {
    int at(int row, int slot);
  }

  private static int[][] bySlot(SequenceFeatures sequences) {
    return bySlot(sequences.rows(), sequences.width(), sequences::symbol);
  }

  private static int[][] bySlot(int rows, int slots, TokenAt tokens) {
    int[][] bySlot = new int[slots][rows];
    for (int s = 0; s < slots; s++) {
      for (int i = 0; i < rows; i++) {
        bySlot[s][i] = tokens.at(i, s);
      }
    }
    return bySlot;
  }
}
