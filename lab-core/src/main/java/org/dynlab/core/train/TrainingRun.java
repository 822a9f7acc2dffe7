package org.dynlab.core.train;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.dynlab.core.experiment.Pruning.Act;
import org.dynlab.core.experiment.RunDescription;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.core.model.Precision;
import org.dynlab.core.network.Network;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.Needs;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.task.TaskData;
import org.dynlab.store.Caveat;
import org.dynlab.store.Ending;
import org.dynlab.store.Manifest;
import org.dynlab.store.Outcome;
import org.dynlab.store.Provenance;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.checkpoint.Checkpoint;
import org.dynlab.store.disk.FolderLock;
import org.dynlab.store.table.Column;

/**
 * One run from its description to its ending: prepares data, network, rule and probes, trains, and
 * leaves a run directory with checkpoints. The directory appears once everything is prepared, so a
 * description that cannot be carried out leaves nothing behind.
 */
public final class TrainingRun {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ONE_PROCESS = "must not be written by two processes";

  private final RunSpec spec;
  private final Provenance provenance;
  private final InstantSource clock;
  private final Network network;
  private final Batches batches;
  private final Moment moment;
  private final Watch watch;
  private final Optional<Judge> heldOut;
  private final RuleState rule;
  private final RunDescription description;
  private final SeedTree seeds;
  private final List<Caveat> caveats;
  private Optional<Overseer> overseer = Optional.empty();

  /** Prepares the run; nothing is written yet. */
  public TrainingRun(
      RunSpec spec, RunDescription description, Provenance provenance, InstantSource clock) {
    this.spec = spec;
    this.description = description;
    this.provenance = provenance;
    this.clock = clock;
    this.seeds = new SeedTree(spec.seed());
    Division division =
        Division.of(
            description.task().prepare(seeds), description.optimizer().needs().heldOut(), seeds);
    TaskData data = division.data();
    this.network = description.model().build(data.train(), description.precision(), seeds);
    this.batches = Batches.of(description.batch(), network, data.train(), seeds);
    this.rule = description.optimizer().begin(network.layout(), seeds);
    this.heldOut = division.heldOut().map(examples -> new Judge(network, examples));
    this.caveats = caveats(description, data.train().rows());
    this.watch =
        new Watch(
            description.probes(),
            StandingView.subject(network, data, seeds),
            description.budget().steps());
    this.moment =
        new Moment(
            network,
            new Judge(network, data.train()),
            new Judge(network, data.eval()),
            new ProbeInputs(network, data, seeds),
            new Twin(() -> twin(data), data, seeds),
            watch.follows());
  }

  private Network twin(TaskData data) {
    return description.model().withoutDropout().build(data.train(), Precision.DOUBLE, seeds);
  }

  private static List<Caveat> caveats(RunDescription description, long trained) {
    Needs needs = description.optimizer().needs();
    if (description.pruning().filter(pruning -> pruning.then() == Act.END).isPresent()) {
      String ended =
          "runs of which earlier runs foretell ill are ended, so that their times are censored, and"
              + " not by chance: survival curves, medians and tests of times are biased";
      needs = needs.withCaveat(new Caveat("pruned", ended));
    }
    long told = needs.examples().orElse(trained);
    if (told == trained || told == 1) {
      return needs.caveats();
    }
    String meaning =
        "the optimizer was told "
            + told
            + " training examples and there are "
            + trained
            + ": temperature and prior of the density that it samples are those of "
            + told;
    return needs.withCaveat(new Caveat("otherExamples", meaning)).caveats();
  }

  /** Has the rows of the run looked at, by what knows its columns. */
  public TrainingRun oversee(Function<List<Column>, Overseer> overseeing) {
    overseer = Optional.of(overseeing.apply(watch.columns()));
    return this;
  }

  /** Lets a Deeplearning4j listener ride along. */
  public TrainingRun listen(TrainingListener listener) {
    network.dl4j().addListeners(listener);
    return this;
  }

  /**
   * Trains and writes the run directory {@code folder}. A folder that holds this run unfinished is
   * continued behind its last checkpoint; rows behind that are dropped and come again. One that
   * holds a result, which another process may have brought meanwhile, is left alone. An exception
   * on the way ends the run as failed, with its stack trace in {@link RunDirectory#ERROR_FILE};
   * only a machine that cannot write leaves it without an ending.
   */
  public Ending execute(Path folder, Progress progress) {
    Stopping stopping = new Stopping(description.budget(), watch, progress, overseer);
    RunState state = new RunState(spec.hash(), network, moment, rule, watch, stopping);
    return FolderLock.whileHeld(
        folder,
        PATIENCE,
        ONE_PROCESS,
        () -> Opening.result(folder).orElseGet(() -> execute(folder, progress, stopping, state)));
  }

  private Ending execute(Path folder, Progress progress, Stopping stopping, RunState state) {
    Meter meter = new Meter();
    Opening opening =
        Opening.of(
            folder, manifest(), watch.columns(), state, description.keptCheckpoints(), progress);
    Ending ending = train(opening, state, stopping);
    opening.directory().end(ending, clock.instant().toString(), Optional.of(meter.usage()));
    return ending;
  }

  private Manifest manifest() {
    return new Manifest(
        Manifest.CURRENT_FORMAT,
        spec.index(),
        description.name(),
        spec.hash(),
        spec.seed(),
        spec.point(),
        spec.spec(),
        provenance,
        caveats,
        clock.instant().toString(),
        List.of(),
        "",
        null,
        null);
  }

  private Ending train(Opening opening, RunState state, Stopping stopping) {
    Trainer trainer = new Trainer(network, batches, rule, moment, watch, heldOut);
    try (RunRecorder recorder = opening.recorder(watch)) {
      Keeper keeper =
          new Keeper(
              state,
              recorder,
              opening.checkpoints(),
              description.keptCheckpoints(),
              description.checkpoints().everySeconds() * 1e9,
              System::nanoTime);
      return ending(
          opening,
          () -> trainer.train(opening.from().map(Checkpoint::step), stopping, recorder, keeper));
    }
  }

  /** The rows are still open: what cannot be written ends no run. */
  private Ending ending(Opening opening, Supplier<Ending> training) {
    try {
      return training.get();
    } catch (UncheckedIOException e) {
      // Not the run has failed but what it writes to: it goes on from its last checkpoint.
      throw e;
    } catch (RuntimeException e) {
      opening.directory().keepTrace(e);
      return new Ending(Outcome.FAILED, e.toString(), Math.max(0, moment.step()));
    }
  }
}
