package org.dynlab.analysis.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.curve.Curve;

/**
 * The last values of the target and of the candidates, of the runs that have all of them:
 * candidates are compared on the same runs.
 */
final class Ends {
  private final List<double[]> rows = new ArrayList<>();
  private final List<int[]> strata = new ArrayList<>();
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  Ends(List<Arm> arms, String target, List<String> candidates) {
    places.put(target, 0);
    candidates.forEach(candidate -> places.put(candidate, places.size()));
    for (Arm arm : arms) {
      int before = rows.size();
      leftOut.addAll(LeftOut.notCounted(arm));
      arm.counted().forEach(this::add);
      int size = rows.size() - before;
      if (size > 0) {
        int[] members = new int[size];
        for (int i = 0; i < size; i++) {
          members[i] = before + i;
        }
        strata.add(members);
      }
    }
  }

  private void add(Run run) {
    double[] row = new double[places.size()];
    List<String> missing = new ArrayList<>();
    places.forEach(
        (column, place) -> {
          Optional<Curve> curve = run.curve(column).map(Curve::finite).filter(c -> c.size() > 0);
          curve.ifPresent(c -> row[place] = c.value(c.size() - 1));
          if (curve.isEmpty()) {
            missing.add(column);
          }
        });
    if (missing.isEmpty()) {
      rows.add(row);
    } else {
      String columns = String.join(", ", missing);
      leftOut.add(new LeftOut(run.name(), "no finite value of " + columns));
    }
  }

  /** Numbers of the runs of each arm that has any. */
  List<int[]> strata() {
    return strata;
  }

  int runs() {
    return rows.size();
  }

  List<LeftOut> leftOut() {
    return leftOut;
  }

  /** Last values of a column in the runs of these numbers. */
  double[] of(String column, int[] runs) {
    int place = places.get(column);
    double[] values = new double[runs.length];
    for (int i = 0; i < runs.length; i++) {
      values[i] = rows.get(runs[i])[place];
    }
    return values;
  }

  /** Mean last value of each arm. */
  double[] armMeans(String column) {
    return strata.stream()
        .mapToDouble(
            runs -> {
              double sum = 0;
              for (double value : of(column, runs)) {
                sum += value;
              }
              return sum / runs.length;
            })
        .toArray();
  }
}
