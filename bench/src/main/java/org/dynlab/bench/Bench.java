package org.dynlab.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.experiment.BatchMode;
import org.dynlab.core.experiment.Budget;
import org.dynlab.core.experiment.Checkpoints;
import org.dynlab.core.experiment.Probe;
import org.dynlab.core.experiment.RunDescription;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.model.Mlp;
import org.dynlab.core.model.Model;
import org.dynlab.core.model.Precision;
import org.dynlab.core.model.initialisation.Normal;
import org.dynlab.core.model.initialisation.TorchDefault;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.task.Task;
import org.dynlab.core.train.Progress;
import org.dynlab.core.train.Surroundings;
import org.dynlab.core.train.TrainingRun;
import org.dynlab.optim.descent.AdamW;
import org.dynlab.optim.descent.DecayOn;
import org.dynlab.optim.schedule.Constant;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.table.TimingTable;

/** Real runs for benchmarks: the trainer as it is, with full batches and the rule of D1. */
final class Bench {

  private Bench() {}

  /** D1's network: quadratic, no bias, squared error. */
  static Model quadratic(int hidden) {
    return new Mlp(
        List.of(hidden), Activation.QUADRATIC, false, new Normal(0.05), 1, Loss.MEAN_SQUARED_ERROR);
  }

  /** A rectified network with biases and cross-entropy. */
  static Model relu(int hidden) {
    return new Mlp(
        List.of(hidden), Activation.RELU, true, new TorchDefault(), 1, Loss.SOFTMAX_CROSS_ENTROPY);
  }

  /** Runs {@code steps} updates in a folder of its own, which is gone afterwards. */
  static TimingTable run(Task task, Model model, List<Probe> probes, int steps, Progress clock) {
    AdamW rule = new AdamW(new Constant(0.01), 5, 0.9, 0.98, 1e-8, DecayOn.ALL);
    return run(task, model, BatchMode.full(), rule, probes, steps, clock);
  }

  /** The same with mini-batches and AdamW as it is without settings. */
  static TimingTable run(
      Task task, Model model, BatchMode batch, List<Probe> probes, int steps, Progress clock) {
    AdamW rule = new AdamW(new Constant(1e-3), 0.01, 0.9, 0.999, 1e-8, DecayOn.ALL);
    return run(task, model, batch, rule, probes, steps, clock);
  }

  private static TimingTable run(
      Task task,
      Model model,
      BatchMode batch,
      AdamW rule,
      List<Probe> probes,
      int steps,
      Progress clock) {
    RunDescription description =
        new RunDescription(
            "bench",
            task,
            model,
            Precision.FLOAT,
            batch,
            new Budget(steps, Optional.empty()),
            Chain.of(rule),
            Optional.empty(),
            probes,
            Checkpoints.STANDARD);
    RunSpec spec = new RunSpec(0, "00000000", 0, Map.of(), JsonNodeFactory.instance.objectNode());
    Path folder = temporaryFolder();
    try {
      new TrainingRun(
              spec, description, Surroundings.provenance("bench", false), InstantSource.system())
          .execute(folder, clock);
      return RunDirectory.open(folder).timing();
    } finally {
      delete(folder);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("dynlab-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
