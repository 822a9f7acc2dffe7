package org.dynlab.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dynlab.analysis.curve.Curve;

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

  /** The runs that enter means and verdicts. */
  public List<Run> counted() {
    return runs.stream().filter(Run::counts).toList();
  }

  /** That column of the counted runs that measured it. */
  public List<Curve> curves(String column) {
    return counted().stream().map(run -> run.curve(column)).flatMap(Optional::stream).toList();
  }
}
