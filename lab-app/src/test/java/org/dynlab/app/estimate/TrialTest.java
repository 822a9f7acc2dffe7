package org.dynlab.app.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.dynlab.app.estimate.Trial.Measured;
import org.dynlab.app.verb.RunVerb;
import org.dynlab.app.vocabulary.Vocabulary;
import org.dynlab.core.experiment.Cadence.At;
import org.dynlab.core.experiment.Cadence.Every;
import org.dynlab.core.experiment.Cadence.LogSpaced;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.dynlab.core.experiment.RunDescription;
import org.junit.jupiter.api.Test;

class TrialTest {
  @Test
  void whatIsMeasuredSeldomTakesItsTimeSeldom() {
    List<Measured> probes =
        List.of(new Measured(new LogSpaced(11), 0.5), new Measured(new Every(100), 0.02));
    Trial trial = new Trial(0.001, probes, 3, 40, 0);
    assertThat(trial.seconds(1000)).isCloseTo(1 + 11 * 0.5 + 11 * 0.02, within(1e-12));
    assertThat(trial.seconds(100_000)).isCloseTo(100 + 11 * 0.5 + 1001 * 0.02, within(1e-9));
    // 1,001 rows of a step of up to four digits, three commas and a line feed; 22 measurements
    assertThat(trial.tableBytes(1000)).isEqualTo(1001 * 8 + 22 * 40);
  }

  @Test
  void whatIsTriedIsTheSameRunWithFewerMeasurements() {
    ExperimentLanguage language = Vocabulary.language();
    Path config = Path.of("..", "configs", "information-plane.yaml");
    RunDescription planned =
        language.run(RunVerb.expansion(config, List.of(), language).runs().get(0).spec());
    RunDescription tried = Trial.tried(planned);
    assertThat(tried.probes())
        .hasSameSizeAs(planned.probes())
        .allSatisfy(
            probe -> assertThat(((At) probe.cadence()).at()).startsWith(0L, 1L, 2L, 20L, 200L));
    assertThat(language.run(language.writer().toTree(tried))).isEqualTo(tried);
    assertThat(tried.optimizer()).isEqualTo(planned.optimizer());
  }
}
