package org.dynlab.instrument.dl4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.core.dl4j.ModelLayout;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.dynlab.core.experiment.Probe;
import org.dynlab.core.instrument.Place;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.train.Recording;
import org.dynlab.core.train.Surroundings;
import org.dynlab.instrument.InstrumentCatalogue;
import org.dynlab.store.Ending;
import org.dynlab.store.Manifest;
import org.dynlab.store.Outcome;
import org.dynlab.store.problem.UserError;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Puts instruments on any {@code MultiLayerNetwork} or {@code ComputationGraph} with one input and
 * one output that is trained by its own {@code fit}, and writes what they measure as a run
 * directory, like that of the lab's own runs.
 *
 * <p>Row t is the network after t updates, with the gradient of the batch that is about to be used;
 * {@link #close} adds the last one, with the gradient over the training examples. Instruments look
 * at a copy of the network in double precision without dropout, so that the training itself goes on
 * as without them; batch normalisation uses the statistics of the examples it is shown where
 * gradients are asked for. Instruments that put numbers into the middle of a network ({@code
 * localComplexity}, {@code linearMappingNumber}, {@code regionMoves}) are refused. Cost: two copies
 * of the parameters at every step, and what is due.
 */
public final class InstrumentListener extends BaseTrainingListener implements AutoCloseable {
  private static final ExperimentLanguage LANGUAGE =
      new ExperimentLanguage(List.of(InstrumentCatalogue.catalogue()));

  private final Path folder;
  private final JsonNode tree;
  private final List<Probe> probes;
  private final PlainExamples train;
  private final PlainExamples eval;
  private final long steps;
  private PlainModel model;
  private PlainTwin twin;
  private Recording recording;
  private long step;
  private double[] last = {};

  /**
   * Nothing is written before the first step.
   *
   * @param folder the run directory, absent or empty
   * @param instruments probes as in an experiment file, e.g. {@code [{kind: standard, every: 10}]}
   * @param train the training examples, without masks
   * @param eval the evaluation examples, without masks
   * @param steps the most updates there will be, which log-spaced cadences count on
   */
  public InstrumentListener(
      Path folder, String instruments, DataSet train, DataSet eval, long steps) {
    this.folder = folder;
    this.tree = new YamlSource("InstrumentListener", instruments).value();
    this.probes = Probe.expand(read(tree));
    this.train = PlainExamples.of(train, "train");
    this.eval = PlainExamples.of(eval, "eval");
    this.steps = steps;
  }

  private static List<Probe> read(JsonNode tree) {
    if (!tree.isArray()) {
      throw new UserError(
          "instruments", "must be a list of probes", tree.toString(), "[{kind: standard}]");
    }
    List<Probe> probes = new ArrayList<>();
    Checks checks = new Checks();
    for (int i = 0; i < tree.size(); i++) {
      JsonNode entry = tree.get(i);
      checks
          .within("instruments[" + i + "]", () -> LANGUAGE.reader().read(entry, Probe.class, ""))
          .ifPresent(probes::add);
    }
    checks.done();
    return probes;
  }

  @Override
  public void onGradientCalculation(Model trained) {
    if (recording == null) {
      begin(trained);
    }
    if (trained != model.dl4j()) {
      throw new UserError(
          "model",
          "must be the network that this listener has begun with",
          trained.getClass().getSimpleName(),
          "each network needs a listener and a folder of its own");
    }
    double[] parameters = new double[twin.layout().size()];
    double[] gradient = new double[parameters.length];
    PlainLayers.copy(model.parameters(), parameters);
    PlainLayers.copy(model.lastGradient(), gradient);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] /= model.lastExamples();
    }
    look(parameters, gradient);
    step++;
  }

  private void begin(Model trained) {
    model = PlainModel.of(trained);
    ParameterLayout layout = ModelLayout.of(trained);
    SeedTree seeds = new SeedTree(0);
    twin = new PlainTwin(model, layout, train, eval, seeds);
    ObjectNode spec = JsonNodeFactory.instance.objectNode();
    spec.set("probes", tree);
    spec.put("steps", steps);
    Manifest manifest =
        new Manifest(
            Manifest.CURRENT_FORMAT,
            0,
            folder.toAbsolutePath().getFileName().toString(),
            "",
            0,
            Map.of(),
            spec,
            Surroundings.provenance("unknown", false),
            List.of(),
            Instant.now().toString(),
            List.of(),
            "",
            null,
            null);
    recording = new Recording(folder, manifest, probes, subject(layout, seeds), steps);
  }

  private Subject subject(ParameterLayout layout, SeedTree seeds) {
    StepView first = new FitView(twin, 0, values(), new double[0], new double[0]);
    List<Place> hidden = new ArrayList<>();
    PlainExamples one = twin.examples(new ProbeSet(Source.TRAIN, 1));
    var outputs = twin.at(first.parameters()).forward(one.features());
    List<String> names = model.hidden();
    for (int k = 0; k < names.size(); k++) {
      hidden.add(new Place(names.get(k), outputs.get(k).columns()));
    }
    int classes = train.classes() == eval.classes() ? train.classes() : 0;
    return new Subject(
        layout,
        hidden,
        List.of(),
        outputs.get(names.size()).columns(),
        new Subject.Data(train.rows(), eval.rows(), classes, false),
        seeds);
  }

  private double[] values() {
    double[] parameters = new double[twin.layout().size()];
    PlainLayers.copy(model.parameters(), parameters);
    return parameters;
  }

  private void look(double[] parameters, double[] gradient) {
    double[] update = new double[parameters.length];
    for (int i = 0; i < last.length; i++) {
      update[i] = parameters[i] - last[i];
    }
    last = parameters;
    recording.at(new FitView(twin, step, parameters, gradient, update));
  }

  /** Measures the network as it is now and ends the run. */
  @Override
  public void close() {
    if (recording == null) {
      return;
    }
    double[] parameters = values();
    double[] gradient = new double[parameters.length];
    double loss =
        twin.objective(new ProbeSet(Source.TRAIN, Integer.MAX_VALUE))
            .gradient(parameters, gradient);
    look(parameters, gradient);
    Outcome outcome = Double.isFinite(loss) ? Outcome.COMPLETED : Outcome.DIVERGED;
    String reason =
        Double.isFinite(loss) ? "fit() has ended" : "train loss is " + loss + " at the end";
    recording.end(new Ending(outcome, reason, step), Instant.now().toString());
    recording = null;
  }
}
