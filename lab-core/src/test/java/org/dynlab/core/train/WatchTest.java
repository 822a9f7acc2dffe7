package org.dynlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dynlab.core.experiment.Cadence;
import org.dynlab.core.experiment.Probe;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.junit.jupiter.api.Test;

class WatchTest {

  @Test
  void instrumentsThatAreThereTwiceHaveCostsOfTheirOwn() {
    Subject subject =
        new Subject(
            new ParameterLayout(List.of()),
            List.of(),
            List.of(),
            1,
            new Subject.Data(1, 1, 0, true),
            new SeedTree(0));
    Probe fits = new Probe(new Workbench.Fits(), new Cadence.Every(1));
    Probe broken = new Probe(new Workbench.Broken(), new Cadence.Every(1));
    Watch watch = new Watch(List.of(fits, broken, fits, fits), subject, 10);
    assertThat(watch.names()).containsExactly("Fits", "Broken", "Fits2", "Fits3");
    assertThat(watch.seconds()).hasSize(4);
  }
}
