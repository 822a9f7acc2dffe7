package org.dynlab.core.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/**
 * The problems of all points of a grid, each told once: as it is if every point has it, else with
 * the first point that has it. A hundred points that are wrong are enough to look at.
 */
final class PointProblems {
  private static final int ENOUGH = 100;

  private final String file;
  private final Map<Problem, List<GridPoint>> found = new LinkedHashMap<>();
  private int wrong;

  PointProblems(String file) {
    this.file = file;
  }

  void add(GridPoint point, UserError error) {
    wrong++;
    for (Problem problem : error.problems()) {
      found.computeIfAbsent(problem, p -> new ArrayList<>()).add(point);
    }
  }

  /** True if it makes no sense to look at more points. */
  boolean areEnough() {
    return wrong >= ENOUGH;
  }

  /**
   * Throws them, if there are any.
   *
   * @param looked points that were looked at
   * @param points all of them
   */
  void done(int looked, int points) {
    List<Problem> told = new ArrayList<>();
    String least = looked < points ? "at least " : "";
    found.forEach(
        (problem, where) -> {
          boolean everywhere = where.size() == looked;
          Problem placed = everywhere ? problem : problem.within(place(where, least));
          told.add(placed.within(file + ": "));
        });
    if (!told.isEmpty()) {
      throw new UserError(told);
    }
  }

  private static String place(List<GridPoint> points, String least) {
    int more = points.size() - 1;
    String others =
        more == 0 ? "" : " and " + least + more + (more == 1 ? " more point" : " more points");
    return points.get(0).label() + others + ": ";
  }
}
