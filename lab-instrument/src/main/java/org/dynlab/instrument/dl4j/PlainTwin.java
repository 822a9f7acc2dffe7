package org.dynlab.instrument.dl4j;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dynlab.core.instrument.Fit;
import org.dynlab.core.instrument.Objective;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The network that is trained, once more in double precision, so that looking at it leaves the
 * training alone.
 */
final class PlainTwin {
  private final PlainModel model;
  private final ParameterLayout layout;
  private final SeedTree seeds;
  private final Map<Source, PlainExamples> sources = new EnumMap<>(Source.class);
  private final Map<ProbeSet, PlainExamples> drawn = new HashMap<>();
  private final Map<ProbeSet, Objective> objectives = new HashMap<>();
  private double[] where = {};

  PlainTwin(
      PlainModel original,
      ParameterLayout layout,
      PlainExamples train,
      PlainExamples eval,
      SeedTree seeds) {
    this.model = quietly(original);
    this.layout = layout;
    this.seeds = seeds;
    sources.put(Source.TRAIN, train);
    sources.put(Source.EVAL, eval);
    sources.put(Source.ALL, train.followedBy(eval));
  }

  /** Deeplearning4j sows its random numbers anew for every network that is made. */
  private static PlainModel quietly(PlainModel original) {
    Random random = Nd4j.getRandom();
    long seed = random.getSeed();
    long root = random.rootState();
    long node = random.nodeState();
    PlainModel twin = original.twin();
    random.setSeed(seed);
    random.setStates(root, node);
    return twin;
  }

  ParameterLayout layout() {
    return layout;
  }

  /** The network at that point. */
  PlainModel at(double[] point) {
    if (!Arrays.equals(where, point)) {
      where = point.clone();
      model.parameters().assign(Nd4j.createFromArray(where).reshape(1, where.length));
    }
    return model;
  }

  PlainExamples examples(ProbeSet probes) {
    return drawn.computeIfAbsent(probes, set -> sources.get(set.source()).draw(set, seeds));
  }

  Objective objective(ProbeSet probes) {
    return objectives.computeIfAbsent(probes, set -> new PlainObjective(this, examples(set)));
  }

  /** Loss and accuracy over all examples of a source. */
  Fit fit(Source source, double[] point) {
    PlainExamples examples = sources.get(source);
    PlainModel here = at(point);
    double loss = here.loss(examples.features(), examples.labels());
    List<INDArray> outputs = here.forward(examples.features());
    INDArray last = outputs.get(outputs.size() - 1);
    if (examples.classes() > 0) {
      INDArray right = last.argMax(1).eq(examples.labels().argMax(1));
      return new Fit(loss, right.castTo(last.dataType()).meanNumber().doubleValue());
    }
    double error = last.sub(examples.labels()).norm2Number().doubleValue();
    return new Fit(loss, Double.NaN, error / examples.labels().norm2Number().doubleValue());
  }
}
