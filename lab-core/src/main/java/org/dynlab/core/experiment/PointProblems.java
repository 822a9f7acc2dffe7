package org.dynlab.core.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dynlab.store.Problem;
import org.dynlab.store.UserError;

/**
 * The problems of all points of a grid, each told once: as it is if every point has it, else with
 * the first point that has it.
 */
final class PointProblems {
  private final String file;
  private final Map<Problem, List<GridPoint>> found = new LinkedHashMap<>();

  PointProblems(String file) {
    this.file = file;
  }

  void add(GridPoint point, UserError error) {
    for (Problem problem : error.problems()) {
      found.computeIfAbsent(problem, p -> new ArrayList<>()).add(point);
    }
  }

  /** Throws them, if there are any, after {@code points} points. */
  void done(int points) {
    List<Problem> told = new ArrayList<>();
    found.forEach(
        (problem, where) -> {
          boolean everywhere = where.size() == points;
          Problem placed = everywhere ? problem : problem.within(place(where));
          told.add(placed.within(file + ": "));
        });
    if (!told.isEmpty()) {
      throw new UserError(told);
    }
  }

  private static String place(List<GridPoint> points) {
    int more = points.size() - 1;
    String others = more == 0 ? "" : " and " + more + (more == 1 ? " more point" : " more points");
    return points.get(0).label() + others + ": ";
  }
}
