package org.dynlab.core.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.model.Model;
import org.dynlab.core.model.Precision;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.task.Task;

/** Everything the trainer needs for one run, apart from its seed. */
public record RunDescription(
    String name,
    Task task,
    Model model,
    Precision precision,
    BatchMode batch,
    Budget budget,
    Chain optimizer,
    Optional<Pruning> pruning,
    List<Probe> probes,
    @Default("{}") Checkpoints checkpoints) {

  /** Whether the checkpoint of a step stays for good. */
  public LongPredicate keptCheckpoints() {
    boolean phases = probes.stream().anyMatch(probe -> probe.instrument().keepsPhases());
    LongPredicate asked = checkpoints.kept(budget.steps());
    return phases ? asked.or(new Cadence.Phases().over(budget.steps())) : asked;
  }

  /** Checks the name and the probes, copies the list. */
  public RunDescription {
    Checks checks = new Checks();
    Experiment.checkName(name, checks);
    Experiment.checkProbes(probes, checks);
    Experiment.checkOptimizer(optimizer, batch, "optimizer", checks);
    checks.done();
    probes = List.copyOf(probes);
  }
}
