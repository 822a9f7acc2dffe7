package org.dynlab.core.train;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.model.Network;
import org.dynlab.core.model.StagedExamples;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.TaskData;
import org.dynlab.core.task.TokenFeatures;

/** The probe sets of a run, each drawn once and staged for the network. */
final class ProbeInputs {
  private final Network network;
  private final TaskData data;
  private final SeedTree seeds;
  private final Map<ProbeSet, StagedExamples> staged = new HashMap<>();

  ProbeInputs(Network network, TaskData data, SeedTree seeds) {
    this.network = network;
    this.data = data;
    this.seeds = seeds.child("probe");
  }

  StagedExamples of(ProbeSet probes) {
    return staged.computeIfAbsent(probes, this::draw);
  }

  private StagedExamples draw(ProbeSet probes) {
    int trainRows = probes.source() == ProbeSet.Source.EVAL ? 0 : data.train().rows();
    int evalRows = probes.source() == ProbeSet.Source.TRAIN ? 0 : data.eval().rows();
    int[] order = seeds.stream(probes.source().name()).permutation(trainRows + evalRows);
    int[] chosen = Arrays.copyOf(order, Math.min(probes.size(), order.length));
    Arrays.sort(chosen);
    int[] fromTrain = Arrays.stream(chosen).filter(row -> row < trainRows).toArray();
    int[] fromEval =
        Arrays.stream(chosen).filter(row -> row >= trainRows).map(row -> row - trainRows).toArray();
    return network.stage(joined(data.train().select(fromTrain), data.eval().select(fromEval)));
  }

  private static Examples joined(Examples a, Examples b) {
    if (a.rows() == 0 || b.rows() == 0) {
      return a.rows() == 0 ? b : a;
    }
    int[] labels = new int[a.rows() + b.rows()];
    Arrays.setAll(labels, i -> i < a.rows() ? label(a, i) : label(b, i - a.rows()));
    ClassTargets targets = new ClassTargets(labels, a.targets().classes());
    if (a.features() instanceof TokenFeatures first && b.features() instanceof TokenFeatures next) {
      int slots = first.slots();
      int[] tokens = new int[labels.length * slots];
      Arrays.setAll(
          tokens,
          i ->
              i / slots < first.rows()
                  ? first.token(i / slots, i % slots)
                  : next.token(i / slots - first.rows(), i % slots));
      return new Examples(new TokenFeatures(tokens, slots, first.width()), targets);
    }
    return new Examples(dense((DenseFeatures) a.features(), (DenseFeatures) b.features()), targets);
  }

  private static DenseFeatures dense(DenseFeatures a, DenseFeatures b) {
    int width = a.width();
    double[] values = new double[(a.rows() + b.rows()) * width];
    Arrays.setAll(
        values,
        i ->
            i / width < a.rows()
                ? a.value(i / width, i % width)
                : b.value(i / width - a.rows(), i % width));
    return new DenseFeatures(values, width);
  }

  private static int label(Examples examples, int row) {
    return examples.targets().label(row);
  }
}
