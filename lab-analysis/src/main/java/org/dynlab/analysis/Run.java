package org.dynlab.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.store.Caveat;
import org.dynlab.store.Provenance;

/**
 * One run as analysis sees it.
 *
 * @param name its folder
 * @param index its number in the plan
 * @param seed its root seed
 * @param arm the swept settings it ran with, empty if nothing was swept
 * @param state how far it came
 * @param reason why it ended so, may be empty
 * @param steps completed updates
 * @param curves the measured columns by name; a column without a measured cell is absent
 * @param timing what it cost
 * @param provenance what it ran on, absent if it has not started
 * @param caveats what readers of its numbers must know
 */
public record Run(
    String name,
    int index,
    long seed,
    Map<String, String> arm,
    RunState state,
    String reason,
    long steps,
    Map<String, Curve> curves,
    Timing timing,
    Optional<Provenance> provenance,
    List<Caveat> caveats) {

  /** Copies maps and list; curves keep their order. */
  public Run {
    arm = Ordered.copy(arm);
    curves = Ordered.copy(curves);
    caveats = List.copyOf(caveats);
  }

  /** That column, empty if it has no measured cell. */
  public Optional<Curve> curve(String column) {
    return Optional.ofNullable(curves.get(column));
  }

  /** Whether it enters means and verdicts: it ended and has measurements. */
  public boolean counts() {
    return state.ended() && !curves.isEmpty();
  }
}
