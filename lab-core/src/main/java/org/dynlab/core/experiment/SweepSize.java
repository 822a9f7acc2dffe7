package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.experiment.sweep.RandomPoints;

/**
 * How much a sweep unfolds into, as its file is written; parts that are no sweep count as one.
 *
 * @param axes keys whose values are combined
 * @param points of the grid, if all differ
 * @param seeds of each
 * @param values in the experiment of one point
 */
record SweepSize(int axes, double points, double seeds, int values) {
  private static final int MOST_AXES = 100;
  private static final int MOST_RUNS = 100_000;

  /** Every point binds a whole experiment: that takes half a minute for so many values. */
  private static final double MOST_VALUES = 5_000_000;

  /** That of the sweep in that tree. */
  static SweepSize of(ObjectNode tree) {
    JsonNode sweep = tree.path("sweep");
    int arms = ArmsNotation.names(tree.path(GridPoint.OPTIMIZER)).size();
    boolean chosen =
        SweptKey.of(tree).stream().anyMatch(key -> key.path().equals(GridPoint.OPTIMIZER));
    double points = arms > 1 && !chosen ? arms : 1;
    for (JsonNode axis : sweep.path("over")) {
      points *= Math.max(1, axis.size());
    }
    points *= Math.max(1, sweep.path("list").size());
    points *= number(sweep.path("random").path("draws"), RandomPoints.MOST);
    JsonNode seeds = sweep.path("seeds");
    double each = seeds.isArray() ? Math.max(1, seeds.size()) : number(seeds, Seeds.MOST);
    return new SweepSize(sweep.path("over").size(), points, each, valuesIn(tree));
  }

  private static double number(JsonNode node, int most) {
    double value = node.isNumber() ? node.doubleValue() : 1;
    return value >= 1 && value <= most ? value : 1;
  }

  private static int valuesIn(JsonNode tree) {
    int values = 1;
    for (JsonNode child : tree) {
      values += valuesIn(child);
    }
    return values;
  }

  /** Adds what is too much, for the sweep of that file. */
  void check(String file, Checks checks) {
    String sweep = file + ": sweep";
    checks.that(
        axes <= MOST_AXES, sweep + ".over", "must have at most " + MOST_AXES + " keys", axes);
    double runs = seeds * points;
    String rule = "must make at most " + MOST_RUNS + " runs";
    checks.that(runs <= MOST_RUNS, sweep, rule, String.format(Locale.ROOT, "%.0f", runs));
    checks.that(
        points * values <= MOST_VALUES,
        sweep,
        String.format(Locale.ROOT, "must give at most %.0f values in all", MOST_VALUES),
        String.format(Locale.ROOT, "%.0f experiments of %d values", points, values));
  }
}
