package org.dynlab.analysis.comparison.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weeks of remission of 42 patients (Freireich et al. 1963, Blood 21:699,
 * doi:10.1182/blood.V21.6.699.699), the data set on which textbooks teach survival analysis.
 */
final class Leukaemia {
  static final List<SurvivalTime> MERCAPTOPURINE =
      times("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");
  static final List<SurvivalTime> PLACEBO =
      times("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");

  private Leukaemia() {}

  /** Times as textbooks write them, a plus meaning censored; in any order. */
  static List<SurvivalTime> times(String text) {
    List<SurvivalTime> times = new ArrayList<>();
    for (String word : text.isBlank() ? new String[0] : text.trim().split(" ", -1)) {
      times.add(new SurvivalTime(Long.parseLong(word.replace("+", "")), !word.endsWith("+")));
    }
    return times;
  }

  /** The same times {@code copies} times over. */
  static List<SurvivalTime> repeated(List<SurvivalTime> times, int copies) {
    return IntStream.range(0, copies).boxed().flatMap(i -> times.stream()).toList();
  }
}
