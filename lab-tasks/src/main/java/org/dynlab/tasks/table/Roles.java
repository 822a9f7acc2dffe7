package org.dynlab.tasks.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dynlab.core.describe.Checks;
import org.dynlab.store.problem.NearestKey;

/**
 * What each column of a table is for, by its position in the header.
 *
 * @param features inputs, in the order in which the network sees them
 * @param label the class; absent where targets are numbers
 * @param targets numbers to be met
 * @param split the column that says train or eval, if there is one
 */
record Roles(
    List<Integer> features,
    Optional<Integer> label,
    List<Integer> targets,
    Optional<Integer> split) {

  /** Finds the columns that {@code task} names; all that is wrong with the header at once. */
  static Roles of(CsvTable task, List<String> header, String where) {
    Checks checks = new Checks();
    checkHeader(header, where, checks);
    Header known = new Header(header, where, checks);
    Optional<Integer> label = task.label().map(known::position);
    List<Integer> targets = task.target().stream().map(known::position).toList();
    Optional<Integer> split = task.splitColumn().map(known::position);
    List<Integer> features = task.features().stream().map(known::position).toList();
    checks.done();
    Set<Integer> taken = new HashSet<>(targets);
    label.ifPresent(taken::add);
    split.ifPresent(taken::add);
    List<Integer> others =
        IntStream.range(0, header.size()).filter(i -> !taken.contains(i)).boxed().toList();
    List<Integer> inputs = features.isEmpty() ? others : features;
    checks.that(!inputs.isEmpty(), where, "must have a column for a feature", header).done();
    return new Roles(inputs, label, targets, split);
  }

  private static void checkHeader(List<String> header, String where, Checks checks) {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      checks.that(
          !name.isEmpty(), where, "must name every column", "no name for column " + (i + 1));
      int first = seen.indexOf(name);
      checks.that(
          first < 0 || name.isEmpty(),
          where,
          "must name every column once",
          name + " for columns " + (first + 1) + " and " + (i + 1));
      seen.add(name);
    }
  }

  private record Header(List<String> names, String where, Checks checks) {
    int position(String name) {
      int position = names.indexOf(name);
      String hint = NearestKey.of(name, names).map(near -> "did you mean " + near + "?").orElse("");
      String got = names.size() <= 20 ? String.join(", ", names) : names.size() + " others";
      checks.that(position >= 0, where, "must have a column " + name, got, hint);
      return position;
    }
  }
}
