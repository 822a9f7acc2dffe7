package org.dynlab.analysis.figure.step;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.comparison.Milestone;
import org.dynlab.analysis.comparison.survival.KaplanMeier;
import org.dynlab.analysis.comparison.survival.Survival;
import org.dynlab.analysis.curve.MeanBand;
import org.dynlab.analysis.figure.draw.LineLook;
import org.dynlab.analysis.figure.draw.Scale;
import org.dynlab.store.claim.Threshold;

/**
 * The panel of arrivals: per arm 1 − S of {@link KaplanMeier}, the estimated share of runs that
 * have reached an accuracy, as a staircase with a stroke where runs were censored.
 */
final class Passages {
  private static final Threshold THRESHOLD = Milestone.UNDERSTOOD;

  private Passages() {}

  static Panel panel() {
    return new Panel(
        "arrivals",
        "Runs that have reached " + Milestone.text(THRESHOLD),
        "share of seeds (Kaplan–Meier)",
        "Each stair is a seed that got there; an upright stroke marks the last step of seeds that"
            + " had not. An arm whose curve stays below 1 has seeds that never did. Shades are"
            + " pointwise 95 % intervals, drawn for up to "
            + Panel.MOST_SHADED_ARRIVALS
            + " arms.",
        Scale.SHARE,
        List.of(new Channel(THRESHOLD.column(), Milestone.text(THRESHOLD))),
        new Statistic.Arrivals(THRESHOLD));
  }

  /** Whether there are arms to compare, and at least one run that got there. */
  static boolean drawable(Threshold threshold, Sweep sweep) {
    List<Arm> arms = sweep.arms();
    return arms.size() > 1
        && arms.stream().anyMatch(arm -> Survival.of(arm, threshold).reached() > 0);
  }

  /** One line per arm that was watched beyond step {@value Panel#FIRST_STEP}. */
  static List<Line> lines(Panel panel, Threshold threshold, Sweep sweep) {
    List<Arm> arms = sweep.arms();
    List<Line> lines = new ArrayList<>();
    for (int a = 0; a < arms.size(); a++) {
      LineLook look = Looks.of(panel, 0, arms.get(a).label(), a, arms.size());
      KaplanMeier curve = KaplanMeier.of(Survival.of(arms.get(a), threshold).times());
      List<MeanBand.Point> stairs = stairs(curve);
      if (!stairs.isEmpty()) {
        lines.add(new Line(a, 0, look, MeanBand.through(stairs), List.of(), strokes(curve), true));
      }
    }
    return lines;
  }

  /**
   * Two points per stair, its foot and its head, after a first point that holds all who are there
   * by the first step.
   */
  private static List<MeanBand.Point> stairs(KaplanMeier curve) {
    List<MeanBand.Point> stairs = new ArrayList<>();
    if (!curve.points().isEmpty()) {
      stairs.add(start(curve.points().get(0).atRisk(), 0));
    }
    for (KaplanMeier.Point point : curve.points()) {
      if (point.step() <= Panel.FIRST_STEP) {
        stairs.set(0, start(point.atRisk(), 1 - point.waiting()));
      } else {
        stairs.add(foot(point, stairs.get(stairs.size() - 1)));
        stairs.add(head(point));
      }
    }
    return stairs;
  }

  private static MeanBand.Point start(int runs, double share) {
    return new MeanBand.Point(Panel.FIRST_STEP, share, Double.NaN, Double.NaN, runs);
  }

  private static MeanBand.Point foot(KaplanMeier.Point point, MeanBand.Point level) {
    return new MeanBand.Point(
        point.step(), level.mean(), level.low(), level.high(), point.atRisk());
  }

  private static MeanBand.Point head(KaplanMeier.Point point) {
    return new MeanBand.Point(
        point.step(), 1 - point.waiting(), 1 - point.high(), 1 - point.low(), point.atRisk());
  }

  private static List<Line.Stroke> strokes(KaplanMeier curve) {
    return curve.points().stream()
        .filter(point -> point.censored() > 0 && point.step() >= Panel.FIRST_STEP)
        .map(point -> new Line.Stroke(point.step(), 1 - point.waiting()))
        .toList();
  }
}
