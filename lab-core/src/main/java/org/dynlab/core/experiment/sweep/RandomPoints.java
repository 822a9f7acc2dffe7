package org.dynlab.core.experiment.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.SeedTree;

/**
 * Points that are drawn. Draw k of a key is a fixed function of seed, k and the key as it is
 * written: more draws leave the first ones as they are, and another key moves no other one.
 *
 * @param draws number of points
 * @param seed of the draws; has nothing to do with the seeds of the runs
 * @param over distributions by the path of the key they are for
 */
public record RandomPoints(
    @Meaning("number of points") int draws,
    @Default("0") @Meaning("seed of the draws") long seed,
    @Meaning("distributions by path, e.g. {task.modulus: {integer: [16, 128]}}")
        Map<String, Distribution> over) {
  /** The most draws. */
  public static final int MOST = 100_000;

  /** Checks the number of draws, copies the map. */
  public RandomPoints {
    Checks checks = new Checks().range("draws", draws, 1, MOST);
    checks.that(!over.isEmpty(), "over", "must have at least one key", "{}");
    checks.done();
    over = Collections.unmodifiableMap(new LinkedHashMap<>(over));
  }

  /** The points in the order of the draws: values by path. */
  public List<Map<String, JsonNode>> points() {
    SeedTree seeds = new SeedTree(seed).child("sweep");
    List<Map<String, JsonNode>> points = new ArrayList<>();
    for (int k = 0; k < draws; k++) {
      Map<String, JsonNode> point = new LinkedHashMap<>();
      for (Map.Entry<String, Distribution> key : over.entrySet()) {
        point.put(key.getKey(), key.getValue().draw(seeds.stream(key.getKey()).at(k)));
      }
      points.add(point);
    }
    return points;
  }
}
