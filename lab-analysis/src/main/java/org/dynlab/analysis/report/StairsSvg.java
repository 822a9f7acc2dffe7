package org.dynlab.analysis.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.Decimals;
import org.dynlab.analysis.figure.draw.Axis;
import org.dynlab.analysis.figure.draw.Scale;
import org.dynlab.analysis.figure.draw.Ticks.Tick;
import org.dynlab.analysis.figure.map.Spot;
import org.dynlab.analysis.staircase.Jump;
import org.dynlab.analysis.staircase.RankAndLoss;

/**
 * Rank above loss over the steps of some runs, as inline SVG: a line a run in both, with triangles
 * where the rank jumps up and where the loss jumps down. A run is one group, so that pointing at
 * either of its lines shows both.
 */
final class StairsSvg {
  private static final double LEFT = 64;
  private static final double WIDTH = 680;
  private static final double RIGHT = 16;
  private static final double HEIGHT = 170;
  private static final double TOP = 22;
  private static final double GAP = 34;
  private static final double MARK = 6;

  private final List<RankAndLoss> runs;
  private final Axis steps;
  private final Axis ranks;
  private final Axis losses;

  /** Of these runs, at least one; each has a finite rank and a positive loss. */
  StairsSvg(List<RankAndLoss> runs) {
    this.runs = runs;
    this.steps = steps(runs);
    this.ranks = axis(Scale.LINEAR, RankAndLoss::ranks);
    this.losses = axis(Scale.LOG, RankAndLoss::losses);
  }

  private static Axis steps(List<RankAndLoss> runs) {
    double last = runs.stream().mapToDouble(run -> run.events().last()).max().orElse(2);
    double first =
        runs.stream()
            .flatMapToDouble(
                run -> IntStream.range(0, run.ranks().size()).mapToDouble(run.ranks()::step))
            .filter(step -> step > 0)
            .min()
            .orElse(1);
    return new Axis(Scale.LOG, first, Math.max(2 * first, last));
  }

  private Axis axis(Scale scale, Function<RankAndLoss, Curve> curve) {
    double[] values =
        runs.stream()
            .map(curve)
            .flatMapToDouble(c -> IntStream.range(0, c.size()).mapToDouble(c::value))
            .filter(scale::shows)
            .sorted()
            .toArray();
    return Axis.around(scale, values[0], values[values.length - 1]);
  }

  String svg(String label) {
    double foot = TOP + 2 * HEIGHT + GAP;
    return Svg.open(LEFT + WIDTH + RIGHT, foot + StepAxis.FOOT, label)
        + frame("rank", ranks, TOP)
        + frame("train loss", losses, TOP + HEIGHT + GAP)
        + new StepAxis(steps, LEFT, WIDTH).at(foot)
        + runs.stream().map(this::run).collect(Collectors.joining("\n", "", "\n"))
        + "</svg>";
  }

  private static String frame(String name, Axis axis, double top) {
    StringBuilder text = new StringBuilder("<g class=\"axis\" aria-hidden=\"true\">");
    text.append(Svg.text(new Spot(LEFT + WIDTH / 2, top - 11), "role", name));
    text.append(Svg.rect(LEFT, top, 1, HEIGHT, ""));
    for (Tick tick : axis.ticks()) {
      double y = y(axis, tick.value(), top);
      text.append(Svg.rect(LEFT - (tick.major() ? 6 : 3), y - 0.5, tick.major() ? 6 : 3, 1, ""));
      if (tick.major()) {
        text.append(Svg.text(new Spot(LEFT - 9, y), "name", tick.label()));
      }
    }
    return text.append("</g>\n").toString();
  }

  private String run(RankAndLoss run) {
    double below = TOP + HEIGHT + GAP;
    StringBuilder text = new StringBuilder(Svg.saying("stair", words(run)));
    text.append(line(run.ranks(), ranks, TOP)).append(line(run.losses(), losses, below));
    for (Jump jump : run.rank().jumps()) {
      if (jump.height() > 0) {
        text.append(mark(run.ranks(), ranks, TOP, jump.step(), -1));
      }
    }
    for (Jump jump : run.loss().jumps()) {
      if (jump.height() < 0) {
        text.append(mark(run.losses(), losses, below, jump.step(), 1));
      }
    }
    return text.append("</g>").toString();
  }

  private String line(Curve curve, Axis axis, double top) {
    String points =
        IntStream.range(0, curve.size())
            .filter(i -> axis.scale().shows(curve.value(i)))
            .mapToObj(
                i -> Svg.px(x((double) curve.step(i))) + "," + Svg.px(y(axis, curve.value(i), top)))
            .collect(Collectors.joining(" "));
    return "<polyline points=\"" + points + "\"/>";
  }

  /** A triangle that points up (−1) or down (1), on the line. */
  private String mark(Curve curve, Axis axis, double top, double step, int sign) {
    int at = 0;
    while (at < curve.size() - 1 && curve.step(at) < step) {
      at++;
    }
    double x = x(step);
    double y = y(axis, curve.value(at), top);
    return Svg.polygon(
        List.of(
            new Spot(x, y + sign * MARK),
            new Spot(x - MARK, y - sign * MARK),
            new Spot(x + MARK, y - sign * MARK)),
        "");
  }

  private double x(double step) {
    return LEFT + steps.position(step) * WIDTH;
  }

  private static double y(Axis axis, double value, double top) {
    return top + (1 - axis.position(value)) * HEIGHT;
  }

  private static String words(RankAndLoss run) {
    Curve ranks = run.ranks();
    return "Run "
        + run.run()
        + ": rank from "
        + Decimals.plain(ranks.value(0))
        + " to "
        + Decimals.plain(ranks.value(ranks.size() - 1))
        + "; "
        + count(run.events().rises(), "up")
        + " of the rank, "
        + count(run.events().drops(), "down")
        + " of the loss; Spearman's correlation "
        + Decimals.plain(run.spearman())
        + ".";
  }

  private static String count(List<Double> jumps, String where) {
    if (jumps.isEmpty()) {
      return "no jump " + where;
    }
    String steps =
        jumps.stream()
            .map(step -> Decimals.plain(Math.rint(step)))
            .collect(Collectors.joining(", "));
    String jump = jumps.size() == 1 ? " jump " : " jumps ";
    return jumps.size() + jump + where + " (steps " + steps + ")";
  }
}
