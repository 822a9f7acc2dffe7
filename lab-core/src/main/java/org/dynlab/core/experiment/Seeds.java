package org.dynlab.core.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.dynlab.core.describe.Checks;

/** The root seeds of the runs; written as a list, or as a number n for 0..n-1. */
public record Seeds(List<Long> values) {
  static final int MOST = 100_000;

  /** Checks that there are some and none twice, copies the list. */
  public Seeds {
    values = List.copyOf(values);
    Checks checks = new Checks().that(!values.isEmpty(), "", "must have at least one seed", "[]");
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      String rule = "must be another seed than those before it";
      checks.that(seen.add(values.get(i)), "[" + i + "]", rule, values.get(i));
    }
    checks.done();
  }

  /** The seeds 0..n-1. */
  public static Seeds first(int n) {
    return new Seeds(LongStream.range(0, n).boxed().toList());
  }
}
