package org.dynlab.core.train;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.experiment.BatchMode;
import org.dynlab.core.experiment.Budget;
import org.dynlab.core.experiment.Cadence;
import org.dynlab.core.experiment.Checkpoints;
import org.dynlab.core.experiment.Probe;
import org.dynlab.core.experiment.RunDescription;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.core.experiment.stop.StopRule;
import org.dynlab.core.experiment.stop.StopRules;
import org.dynlab.core.experiment.stop.Target;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.model.Networks;
import org.dynlab.core.model.Precision;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Task;
import org.dynlab.core.task.TaskData;
import org.dynlab.store.Ending;
import org.dynlab.store.Provenance;
import org.dynlab.store.table.Column;

/** Small runs for the tests of the loop: a fixed task, plain gradient descent, a few probes. */
record Workbench(UpdateRule rule, BatchMode batch, Budget budget, List<Probe> probes) {

  static Workbench standard() {
    return new Workbench(
        new Descent(0.5),
        BatchMode.full(),
        new Budget(30, Optional.empty()),
        List.of(new Probe(new Fits(), new Cadence.Every(1))));
  }

  Workbench withRate(double newRate) {
    return withRule(new Descent(newRate));
  }

  Workbench withRule(UpdateRule newRule) {
    return new Workbench(newRule, batch, budget, probes);
  }

  Workbench withBatch(int size) {
    return withBatch(BatchMode.of(size));
  }

  Workbench withBatch(BatchMode newBatch) {
    return new Workbench(rule, newBatch, budget, probes);
  }

  Workbench withProbes(Probe... newProbes) {
    return new Workbench(rule, batch, budget, List.of(newProbes));
  }

  Workbench stoppingWhen(String column, double atLeast, long forSteps) {
    return stoppingWhen(new Target(column, Optional.of(atLeast), Optional.empty(), forSteps));
  }

  Workbench stoppingWhen(StopRule... rules) {
    StopRules stop = new StopRules(List.of(rules));
    return new Workbench(rule, batch, new Budget(30, Optional.of(stop)), probes);
  }

  /** Runs it in {@code folder}; the parameters after every update are added to {@code path}. */
  Ending run(Path folder, List<double[]> path, Progress progress) {
    return prepared(path).execute(folder, progress);
  }

  TrainingRun prepared(List<double[]> path) {
    RunDescription description =
        new RunDescription(
            "bench",
            new Tokens(),
            Networks.mlp(Activation.TANH, Loss.SOFTMAX_CROSS_ENTROPY, true, 9),
            Precision.FLOAT,
            batch,
            budget,
            Chain.of(rule),
            Optional.empty(),
            probes,
            Checkpoints.STANDARD);
    RunSpec spec = new RunSpec(0, "0123abcd", 7, Map.of(), JsonNodeFactory.instance.objectNode());
    Provenance provenance =
        new Provenance(
            "test", false, "jvm", "os", "cpu", "backend", "natives", "blas", 1, "host", Map.of());
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    return new TrainingRun(spec, description, provenance, clock).listen(new Trajectory(path));
  }

  Ending run(Path folder) {
    return run(folder, new ArrayList<>(), Progress.silent());
  }

  /** Remembers the parameters after each update. */
  private static final class Trajectory extends BaseTrainingListener {
    private final List<double[]> path;

    private Trajectory(List<double[]> path) {
      this.path = path;
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
      path.add(model.params().dup().toDoubleVector());
    }
  }

  /** Forty fixed pairs of tokens with random classes, half of them for training. */
  record Tokens() implements Task {
    @Override
    public TaskData prepare(SeedTree seeds) {
      Examples all = Networks.tokens(40, 12, 6);
      int[] order = seeds.stream("split").permutation(40);
      return new TaskData(
          all.select(java.util.Arrays.copyOf(order, 20)),
          all.select(java.util.Arrays.copyOfRange(order, 20, 40)));
    }
  }

  /** θ ← θ − rate · gradient. */
  record Descent(double rate) implements UpdateRule {
    Descent {
      new Checks().positive("rate", rate).done();
    }

    @Override
    public RuleState begin(ParameterLayout layout, SeedTree seeds) {
      return (update, step) -> {
        for (int i = 0; i < update.length; i++) {
          update[i] *= -rate;
        }
      };
    }
  }

  /** The four columns every run has. */
  record Fits() implements Instrument {
    @Override
    public Gauge begin(Subject subject) {
      return gauge(
          List.of("train.loss", "train.accuracy", "eval.loss", "eval.accuracy"),
          view ->
              new double[] {
                view.train().loss(),
                view.train().accuracy(),
                view.eval().loss(),
                view.eval().accuracy()
              });
    }
  }

  /** Sums of hidden outputs on a probe set as large as the train set, and a gradient entry. */
  record Curious() implements Instrument {
    @Override
    public Gauge begin(Subject subject) {
      int width = subject.hidden().get(0).width();
      java.nio.DoubleBuffer memory =
          java.nio.ByteBuffer.allocateDirect(8 * 20 * width)
              .order(java.nio.ByteOrder.nativeOrder())
              .asDoubleBuffer();
      return gauge(
          List.of("curious.sum", "curious.slope"),
          view -> {
            view.activations(new ProbeSet(ProbeSet.Source.ALL, 20)).copyTo(0, memory);
            double sum = 0;
            for (int i = 0; i < memory.capacity(); i++) {
              sum += memory.get(i);
            }
            return new double[] {sum, view.gradient()[3]};
          });
    }
  }

  /** Breaks at step 5. */
  record Broken() implements Instrument {
    @Override
    public Gauge begin(Subject subject) {
      return gauge(
          List.of("broken.value"),
          view -> {
            if (view.step() == 5) {
              throw new IllegalStateException("the probe broke");
            }
            return new double[] {1};
          });
    }
  }

  private interface Reading {
    double[] of(StepView view);
  }

  private static Gauge gauge(List<String> names, Reading reading) {
    return new Gauge() {
      @Override
      public List<Column> columns() {
        return names.stream().map(name -> new Column(name, "1", name)).toList();
      }

      @Override
      public double[] measure(StepView view) {
        return reading.of(view);
      }
    };
  }
}
