package org.dynlab.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.store.Caveat;

/**
 * The runs of a sweep that differ in nothing but the seed.
 *
 * @param settings the swept settings they share, empty if nothing was swept
 * @param runs all of them, those that do not count included
 */
public record Arm(Map<String, String> settings, List<Run> runs) {

  /** Copies both. */
  public Arm {
    settings = Ordered.copy(settings);
    runs = List.copyOf(runs);
  }

  /** The settings in words, e.g. {@code optimizer=wand}; {@code all runs} if nothing was swept. */
  public String name() {
    return settings.isEmpty()
        ? "all runs"
        : settings.entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining(", "));
  }

  /** What readers of its numbers must know, each once. */
  public List<Caveat> caveats() {
    return runs.stream().flatMap(run -> run.caveats().stream()).distinct().toList();
  }

  /** The name, marked with the names of its caveats: {@code optimizer=wand ⚠ leaksTest}. */
  public String label() {
    String names =
        caveats().stream().map(Caveat::name).distinct().collect(Collectors.joining(", "));
    return names.isEmpty() ? name() : name() + " ⚠ " + names;
  }

  /** The runs that enter means and verdicts. */
  public List<Run> counted() {
    return runs.stream().filter(Run::counts).toList();
  }

  /** That column of the counted runs that measured it. */
  public List<Curve> curves(String column) {
    return counted().stream().map(run -> run.curve(column)).flatMap(Optional::stream).toList();
  }
}
