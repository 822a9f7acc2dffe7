package org.dynlab.core.experiment;

import java.util.List;
import org.dynlab.core.describe.Checks;
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
    List<Probe> probes) {

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
