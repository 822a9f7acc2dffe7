package org.dynlab.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.dynlab.app.pruning.Pruner;
import org.dynlab.app.vocabulary.StandardProbe;
import org.dynlab.app.vocabulary.Vocabulary;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.core.experiment.ExperimentFile;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.dynlab.core.experiment.RunDescription;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.core.train.Progress;
import org.dynlab.core.train.Surroundings;
import org.dynlab.core.train.TrainingRun;
import org.dynlab.store.Ending;

/** One short run in this process, of 12 steps, with a checkpoint at step 4. */
record OneRun(List<String> settings) {

  static OneRun of(String task, String model) {
    return new OneRun(
        List.of(
            "name=one",
            "task=" + task,
            "model=" + model,
            "budget={steps: 12}",
            "optimizer=[{kind: adamw, learningRate: 0.01}]",
            "checkpoints={everySeconds: 1000, keep: [{at: [4]}]}"));
  }

  /** With another value of a key. */
  OneRun with(String key, String value) {
    List<String> changed = new ArrayList<>(settings);
    changed.add(key + "=" + value);
    return new OneRun(List.copyOf(changed));
  }

  OneRun probe(String probe) {
    return with("probes", "[" + probe + "]");
  }

  Ending execute(Path folder, Progress progress) {
    ExperimentLanguage language = Vocabulary.language();
    ExperimentFile file = ExperimentFile.of(new YamlSource("one", "{}"), settings);
    RunSpec spec = StandardProbe.expand(file, language).runs().get(0);
    RunDescription description = language.run(spec.spec());
    TrainingRun run =
        new TrainingRun(
            spec, description, Surroundings.provenance("test", false), InstantSource.system());
    description.pruning().ifPresent(p -> run.oversee(columns -> Pruner.of(p, columns)));
    return run.execute(folder, progress);
  }
}
