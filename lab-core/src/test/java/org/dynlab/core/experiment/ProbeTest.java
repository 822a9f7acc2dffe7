package org.dynlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dynlab.core.experiment.Cadence.Every;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.Preset;
import org.dynlab.core.instrument.Subject;
import org.junit.jupiter.api.Test;

class ProbeTest {
  private static final Instrument A = new Plain("a");
  private static final Instrument B = new Plain("b");
  private static final Instrument C = new Plain("c");

  private record Plain(String name) implements Instrument {
    @Override
    public Gauge begin(Subject subject) {
      throw new IllegalStateException("only its place is asked for");
    }
  }

  private record Several(List<Instrument> parts) implements Preset {}

  private static Probe probe(Instrument instrument, long every) {
    return new Probe(instrument, new Every(every));
  }

  @Test
  void partsStandInThePlaceOfTheirPreset() {
    Instrument preset = new Several(List.of(A, B));
    assertThat(Probe.expand(List.of(probe(C, 1), probe(preset, 5))))
        .containsExactly(probe(C, 1), probe(A, 5), probe(B, 5));
  }

  @Test
  void whatIsThereByItselfOrInAPresetAboveIsThereOnce() {
    Instrument small = new Several(List.of(A, B));
    Instrument large = new Several(List.of(A, B, C));
    assertThat(Probe.expand(List.of(probe(small, 1), probe(large, 9), probe(B, 3))))
        .containsExactly(probe(A, 1), probe(C, 9), probe(B, 3));
  }
}
