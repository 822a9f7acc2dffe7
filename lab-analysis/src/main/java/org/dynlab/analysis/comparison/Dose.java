package org.dynlab.analysis.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Sweep;

/**
 * Arms that differ in one number: how an outcome answers to a setting.
 *
 * @param setting the key whose value differs
 * @param others the settings they share beside it, in words; empty if there are none
 * @param levels at least {@value #FEWEST}, ascending
 */
public record Dose(String setting, String others, List<Level> levels) {
  private static final int FEWEST = 3;

  /** One value of the setting, and the runs that had it. */
  public record Level(double value, Arm arm) {}

  /** Copies the list. */
  public Dose {
    levels = List.copyOf(levels);
  }

  /**
   * The doses of a sweep: along the one key that has numbers, of which there are at least {@value
   * #FEWEST}, and no other such key; one dose for each combination of the other settings.
   */
  public static List<Dose> of(Sweep sweep) {
    List<Arm> arms = sweep.arms();
    List<String> keys =
        arms.get(0).settings().keySet().stream()
            .filter(key -> values(key, arms).filter(v -> v.size() >= FEWEST).isPresent())
            .toList();
    return keys.size() == 1 ? along(keys.get(0), arms) : List.of();
  }

  /** The different values of a key by arm, if they are all numbers. */
  private static Optional<List<Double>> values(String key, List<Arm> arms) {
    try {
      return Optional.of(
          arms.stream().map(arm -> Double.valueOf(arm.settings().get(key))).distinct().toList());
    } catch (NumberFormatException | NullPointerException words) {
      return Optional.empty();
    }
  }

  private static List<Dose> along(String key, List<Arm> arms) {
    Map<String, List<Arm>> groups =
        arms.stream()
            .collect(
                Collectors.groupingBy(
                    arm -> others(key, arm), LinkedHashMap::new, Collectors.toList()));
    List<Dose> doses = new ArrayList<>();
    groups.forEach(
        (others, group) -> {
          List<Level> levels =
              group.stream()
                  .map(arm -> new Level(Double.parseDouble(arm.settings().get(key)), arm))
                  .sorted((a, b) -> Double.compare(a.value(), b.value()))
                  .toList();
          if (levels.size() >= FEWEST) {
            doses.add(new Dose(key, others, levels));
          }
        });
    return List.copyOf(doses);
  }

  private static String others(String key, Arm arm) {
    return arm.settings().entrySet().stream()
        .filter(setting -> !setting.getKey().equals(key))
        .map(setting -> setting.getKey() + "=" + setting.getValue())
        .collect(Collectors.joining(", "));
  }
}
