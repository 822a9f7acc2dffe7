package org.dynlab.tasks.table;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.store.problem.UserError;

/**
 * Class numbers for labels: sorted as numbers if all of them are numbers, where 1 and 1.0 are the
 * same class, otherwise as text by character code.
 */
final class Classes {
  private static final int MOST = 10_000;

  private Classes() {}

  /**
   * @param where the column, for messages
   */
  static ClassTargets of(List<String> labels, String where) {
    boolean numbers = labels.stream().allMatch(CsvRows::isNumber);
    Comparator<String> order =
        numbers ? Comparator.comparing(BigDecimal::new) : Comparator.naturalOrder();
    TreeSet<String> classes = new TreeSet<>(order);
    classes.addAll(labels);
    if (classes.size() < 2) {
      throw new UserError(
          where, "must have at least two classes", "only \"" + classes.first() + '"', "");
    } else if (classes.size() > MOST) {
      String hint = "if it is a number to be met, name it under target";
      throw new UserError(
          where, "must have at most " + MOST + " classes", classes.size() + "", hint);
    }
    TreeMap<String, Integer> numberOf = new TreeMap<>(order);
    classes.forEach(label -> numberOf.put(label, numberOf.size()));
    return new ClassTargets(labels.stream().mapToInt(numberOf::get).toArray(), classes.size());
  }
}
