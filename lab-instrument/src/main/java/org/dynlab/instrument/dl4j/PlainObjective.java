package org.dynlab.instrument.dl4j;

import java.util.List;
import org.dynlab.core.instrument.Objective;
import org.dynlab.core.layout.ParameterBlock;

/** A mean loss over fixed examples by passes through the {@link PlainTwin}. */
final class PlainObjective implements Objective {
  private final PlainTwin twin;
  private final PlainExamples examples;

  PlainObjective(PlainTwin twin, PlainExamples examples) {
    this.twin = twin;
    this.examples = examples;
  }

  @Override
  public int rows() {
    return examples.rows();
  }

  @Override
  public double loss(double[] point) {
    return twin.at(point).loss(examples.features(), examples.labels());
  }

  @Override
  public double gradient(double[] point, double[] into) {
    double loss = twin.at(point).gradient(examples.features(), examples.labels(), into);
    for (int i = 0; i < into.length; i++) {
      into[i] /= examples.rows();
    }
    return loss;
  }

  @Override
  public double[] sampleNorms(double[] point) {
    PlainModel model = twin.at(point);
    List<ParameterBlock> blocks = twin.layout().blocks();
    double[] norms = new double[rows() * blocks.size()];
    double[] gradient = new double[point.length];
    int at = 0;
    for (int i = 0; i < rows(); i++) {
      double unused = model.gradient(examples.features(i), examples.labels(i), gradient);
      for (ParameterBlock block : blocks) {
        for (int k = block.offset(); k < block.end(); k++) {
          norms[at] += gradient[k] * gradient[k];
        }
        at++;
      }
    }
    return norms;
  }

  @Override
  public Objective part(int[] rows) {
    return new PlainObjective(twin, examples.select(rows));
  }
}
