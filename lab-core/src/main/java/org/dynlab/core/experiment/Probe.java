package org.dynlab.core.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.Preset;

/** An instrument and when it measures. */
public record Probe(Instrument instrument, Cadence cadence) {

  /**
   * The probes with the parts of presets in their places, at the presets' cadence. A part that is
   * also there by itself, or in a preset above, is there once: by itself, or in the first preset.
   */
  public static List<Probe> expand(List<Probe> probes) {
    List<Instrument> alone = probes.stream().map(Probe::instrument).toList();
    Set<Instrument> taken = new HashSet<>();
    List<Probe> expanded = new ArrayList<>();
    for (Probe probe : probes) {
      if (probe.instrument() instanceof Preset preset) {
        preset.parts().stream()
            .filter(part -> !alone.contains(part) && taken.add(part))
            .forEach(part -> expanded.add(new Probe(part, probe.cadence())));
      } else {
        expanded.add(probe);
      }
    }
    return expanded;
  }
}
