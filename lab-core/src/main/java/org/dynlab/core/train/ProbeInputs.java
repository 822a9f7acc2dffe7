package org.dynlab.core.train;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.network.Network;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Features;
import org.dynlab.core.task.Measure;
import org.dynlab.core.task.Targets;
import org.dynlab.core.task.TaskData;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The probe sets of a run, each drawn once and staged for the network. */
final class ProbeInputs {
  private final Network network;
  private final TaskData data;
  private final SeedTree seeds;
  private final Map<ProbeSet, Drawn> drawn = new HashMap<>();

  /**
   * A probe set at hand.
   *
   * @param inputs staged for the network
   * @param features the inputs
   * @param targets what outputs should be; empty if that is of two forms
   * @param measure integration weights of the inputs, if they have any
   */
  record Drawn(
      INDArray inputs, Features features, Optional<Targets> targets, Optional<Measure> measure) {
    int rows() {
      return features.rows();
    }

    /** The inputs with what outputs should be, which must be of one form. */
    Examples examples() {
      return new Examples(features, targets.orElseThrow(), measure);
    }
  }

  ProbeInputs(Network network, TaskData data, SeedTree seeds) {
    this.network = network;
    this.data = data;
    this.seeds = seeds.child("probe");
  }

  Drawn of(ProbeSet probes) {
    return drawn.computeIfAbsent(probes, this::draw);
  }

  private Drawn draw(ProbeSet probes) {
    int trainRows = probes.source() == ProbeSet.Source.EVAL ? 0 : data.train().rows();
    int evalRows = probes.source() == ProbeSet.Source.TRAIN ? 0 : data.eval().rows();
    int[] order = seeds.stream(probes.source().name()).permutation(trainRows + evalRows);
    int[] chosen = Arrays.copyOf(order, Math.min(probes.size(), order.length));
    Arrays.sort(chosen);
    int[] fromTrain = Arrays.stream(chosen).filter(row -> row < trainRows).toArray();
    int[] fromEval =
        Arrays.stream(chosen).filter(row -> row >= trainRows).map(row -> row - trainRows).toArray();
    Examples train = data.train().select(fromTrain);
    Examples eval = data.eval().select(fromEval);
    if (train.rows() == 0 || eval.rows() == 0) {
      Examples only = train.rows() == 0 ? eval : train;
      return drawn(only.features(), Optional.of(only.targets()), only.measure());
    }
    return drawn(
        train.features().followedBy(eval.features()),
        train.targets().followedBy(eval.targets()),
        train.measure().flatMap(w -> eval.measure().map(w::followedBy)));
  }

  private Drawn drawn(Features inputs, Optional<Targets> targets, Optional<Measure> measure) {
    return new Drawn(network.stageInputs(inputs), inputs, targets, measure);
  }
}
