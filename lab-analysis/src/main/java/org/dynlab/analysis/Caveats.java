package org.dynlab.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dynlab.store.Caveat;

/**
 * What readers of a sweep's numbers must know before they compare its arms.
 *
 * @param entries in the order in which the plan comes upon them
 */
public record Caveats(List<Entry> entries) {

  /** Copies the list. */
  public Caveats {
    entries = List.copyOf(entries);
  }

  /**
   * One caveat.
   *
   * @param arms names of the arms it concerns
   * @param all whether these are all arms of the sweep
   */
  public record Entry(Caveat caveat, List<String> arms, boolean all) {

    /** Copies the list. */
    public Entry {
      arms = List.copyOf(arms);
    }

    /** Whom it concerns: {@code all runs}, {@code all arms} or the names of the arms. */
    public String whom() {
      return all && arms.size() > 1 ? "all arms" : String.join("; ", arms);
    }

    /** e.g. {@code leaksTest (optimizer=wand): the optimizer watched test answers}. */
    public String text() {
      return caveat.name() + " (" + whom() + "): " + caveat.meaning();
    }
  }

  static Caveats of(List<Arm> arms) {
    Map<Caveat, List<String>> concerned = new LinkedHashMap<>();
    for (Arm arm : arms) {
      for (Caveat caveat : arm.caveats()) {
        concerned.computeIfAbsent(caveat, unused -> new ArrayList<>()).add(arm.name());
      }
    }
    List<Entry> entries = new ArrayList<>();
    concerned.forEach(
        (caveat, names) -> entries.add(new Entry(caveat, names, names.size() == arms.size())));
    return new Caveats(entries);
  }
}
