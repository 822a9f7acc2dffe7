package org.dynlab.instrument.dl4j;

import java.nio.DoubleBuffer;
import java.util.List;
import java.util.Optional;
import org.dynlab.core.instrument.Activations;
import org.dynlab.core.task.Features;
import org.dynlab.core.task.Measure;
import org.dynlab.core.task.Targets;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** What the twin makes of some examples. */
final class PlainActivations implements Activations {
  private static final double LEAST_PROBABILITY = 1e-300;
  private final PlainExamples examples;
  private final List<INDArray> outputs;
  private final boolean softmax;

  PlainActivations(PlainModel model, PlainExamples examples) {
    this.examples = examples;
    this.outputs = model.forward(examples.features());
    this.softmax = model.softmax();
  }

  @Override
  public int rows() {
    return examples.rows();
  }

  @Override
  public Optional<Features> features() {
    return examples.inputs().map(Features.class::cast);
  }

  @Override
  public Optional<Targets> targets() {
    return Optional.of(examples.targets());
  }

  @Override
  public Optional<Measure> measure() {
    return Optional.empty();
  }

  @Override
  public void copyTo(int layer, DoubleBuffer destination) {
    copy(outputs.get(layer), destination);
  }

  /** Logarithms of probabilities are logits less a number of each example's own. */
  @Override
  public void copyOutputs(DoubleBuffer destination) {
    INDArray last = outputs.get(outputs.size() - 1);
    copy(softmax ? Transforms.log(Transforms.max(last, LEAST_PROBABILITY)) : last, destination);
  }

  private static void copy(INDArray values, DoubleBuffer destination) {
    destination.put(0, Nd4j.toFlattened('f', values).toDoubleVector());
  }
}
