package org.dynlab.core.experiment;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.model.Model;
import org.dynlab.core.model.Precision;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.rule.LinkOrder;
import org.dynlab.core.task.Task;
import org.dynlab.store.claim.Claim;

/**
 * Everything one YAML file says: what is learned, how, what is looked at, and what it must show.
 */
public record Experiment(
    @Meaning("letters, digits, '.', '_' and '-'; the name of the output folder") String name,
    @Meaning("what is learned") Task task,
    @Meaning("what learns") Model model,
    @Default("float") @Meaning("number format of parameters and gradients") Precision precision,
    @Default("full") @Meaning("full, or the number of examples per step") BatchMode batch,
    @Meaning("how long a run may take, e.g. {steps: 3000}") Budget budget,
    @Meaning("a list of links, or named lists to compare") Arms optimizer,
    @Meaning("runs that earlier runs foretell ill of are flagged or ended")
        Optional<Pruning> pruning,
    @Default("[]") @Meaning("instruments and when they measure") List<Probe> probes,
    @Default("{}") @Meaning("when the state of a run is written down") Checkpoints checkpoints,
    @Default("{}") @Meaning("seeds and grid") Sweep sweep,
    @Meaning("latent states of the runs, and what they say of convergence")
        Optional<LatentStates> latentStates,
    @Default("[]") @Meaning("what the runs must show") List<Claim> claims) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

  /** Checks the name and the probes, copies the lists. */
  public Experiment {
    Checks checks = new Checks();
    checkName(name, checks);
    checkProbes(probes, checks);
    optimizer
        .chains()
        .forEach((arm, chain) -> checkOptimizer(chain, batch, optimizer.path(arm), checks));
    checks.done();
    probes = List.copyOf(probes);
    claims = List.copyOf(claims);
  }

  static void checkName(String name, Checks checks) {
    checks.that(
        NAME.matcher(name).matches(),
        "name",
        "must be 1 to 80 letters, digits, '.', '_' or '-', beginning with a letter or digit",
        '"' + name + '"');
  }

  static void checkProbes(List<Probe> probes, Checks checks) {
    Map<Object, Integer> first = new HashMap<>();
    for (int i = 0; i < probes.size(); i++) {
      Integer before = first.putIfAbsent(probes.get(i).instrument(), i);
      checks.that(
          before == null,
          "probes[" + i + "]",
          "must be another instrument than those above it",
          "the one of probes[" + before + "]",
          "its columns would be there twice");
    }
  }

  static void checkOptimizer(Chain chain, BatchMode batch, String where, Checks checks) {
    LinkOrder.check(chain, where, checks);
    Optional<String> why = chain.needs().fullBatch();
    checks.that(
        why.isEmpty() || batch.size().isEmpty(),
        where,
        "must not stand beside mini-batches",
        "batch: " + batch.size().map(String::valueOf).orElse("full"),
        why.orElse(""));
  }

  /** The columns that stop rules, latent states and claims read, by where they are named. */
  public Map<String, String> columnsNamed() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.putAll(budget.columnsNamed("budget."));
    latentStates.ifPresent(latent -> columns.putAll(latent.columnsNamed("latentStates.")));
    for (int i = 0; i < claims.size(); i++) {
      String where = "claims[" + i + "].";
      Claim claim = claims.get(i);
      claim.measured().readings().forEach(r -> columns.put(where + r.key(), r.column()));
    }
    return columns;
  }
}
