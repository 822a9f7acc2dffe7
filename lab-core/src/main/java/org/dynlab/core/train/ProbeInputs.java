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
   * @param rows number of inputs
   * @param measure their integration weights, if they have any
   */
  record Drawn(INDArray inputs, int rows, Optional<Measure> measure) {}

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
    Features inputs = train.features().followedBy(eval.features());
    return new Drawn(network.stageInputs(inputs), chosen.length, measure(train, eval));
  }

  private static Optional<Measure> measure(Examples train, Examples eval) {
    if (train.rows() == 0 || eval.rows() == 0) {
      return train.rows() == 0 ? eval.measure() : train.measure();
    }
    return train.measure().flatMap(w -> eval.measure().map(w::followedBy));
  }
}
