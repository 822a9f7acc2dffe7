package org.dynlab.store.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dynlab.store.problem.Problem;

/**
 * Tells where two texts of {@code key: value} lines differ. Lines are compared as a bag, so that an
 * added line does not shift the rest; a line that is in one text only is paired with a line of the
 * same key in the other.
 */
public final class TextDifference {
  private TextDifference() {}

  /**
   * One problem per differing line: the line of {@code there} must hold, the line of {@code here}
   * was got; the place is {@code where}, a colon and the key.
   */
  public static List<Problem> of(String where, String there, String here) {
    List<String> onlyThere = without(lines(there), lines(here));
    List<String> onlyHere = without(lines(here), lines(there));
    List<Problem> problems = new ArrayList<>();
    for (String line : onlyThere) {
      Optional<String> pair = onlyHere.stream().filter(l -> key(l).equals(key(line))).findFirst();
      pair.ifPresent(onlyHere::remove);
      problems.add(problem(where, line, pair.orElse("")));
    }
    onlyHere.forEach(line -> problems.add(problem(where, "", line)));
    if (problems.isEmpty() && !there.equals(here)) {
      problems.add(new Problem(where, "must have the lines in the same order", "another order"));
    }
    return problems;
  }

  private static Problem problem(String where, String there, String here) {
    String key = key(there.isEmpty() ? here : there).strip();
    String mustHold = there.isEmpty() ? "must not be there" : "must be " + there.strip();
    return new Problem(where + ": " + key, mustHold, here.isEmpty() ? "nothing" : here.strip());
  }

  private static List<String> lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).collect(Collectors.toList());
  }

  private static List<String> without(List<String> lines, List<String> others) {
    List<String> rest = new ArrayList<>(lines);
    others.forEach(rest::remove);
    return rest;
  }

  /** Everything before the first colon, with the indentation. */
  private static String key(String line) {
    int colon = line.indexOf(':');
    return colon < 0 ? line : line.substring(0, colon);
  }
}
