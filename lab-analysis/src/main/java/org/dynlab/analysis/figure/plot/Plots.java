package org.dynlab.analysis.figure.plot;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.comparison.ArmSummary;
import org.dynlab.analysis.comparison.Dose;
import org.dynlab.analysis.comparison.Milestone;
import org.dynlab.analysis.comparison.survival.KaplanMeier;
import org.dynlab.analysis.comparison.survival.MedianStep;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.analysis.curve.Decimals;
import org.dynlab.analysis.figure.draw.LineLook;
import org.dynlab.analysis.figure.draw.Scale;

/** The plots of a sweep: what a swept number does. Only those with something to draw. */
public final class Plots {
  private static final double LOG_FROM = 10;

  private Plots() {}

  /** Of a sweep over one number: when runs generalise, and what they know at a train loss. */
  public static List<Plot> of(Sweep sweep) {
    List<Dose> doses = sweep.runs().isEmpty() ? List.of() : Dose.of(sweep);
    List<Plot> plots = new ArrayList<>();
    if (!doses.isEmpty()) {
      plots.add(arrivals(doses));
      plots.add(knowledge(doses));
    }
    return plots.stream().filter(plot -> !plot.sets().isEmpty()).toList();
  }

  private static Plot arrivals(List<Dose> doses) {
    List<DotSet> sets = new ArrayList<>();
    for (Dose dose : doses) {
      add(sets, dose.others(), dose, Scale.LOG, Plots::arrival);
    }
    String what = Milestone.text(Milestone.UNDERSTOOD);
    return plot(
        doses,
        new Words(
            "dose-arrivals",
            "Steps to " + what,
            "Kaplan–Meier median step to " + what + " (log scale)",
            "How a setting moves the step at which half of the runs have got there, with the 95 %"
                + " interval of that median. Values at which fewer than half did are not drawn, nor"
                + " are intervals that the runs do not bound."),
        Scale.LOG,
        sets);
  }

  private static Dot arrival(double value, Arm arm) {
    MedianStep step =
        KaplanMeier.of(new ArmSummary(arm).survival(Milestone.UNDERSTOOD).times()).median();
    return new Dot(value, step.median(), bounded(step.low()), bounded(step.high()), step.text());
  }

  private static double bounded(double end) {
    return Double.isFinite(end) ? end : Double.NaN;
  }

  private static Plot knowledge(List<Dose> doses) {
    List<DotSet> sets = new ArrayList<>();
    for (Dose dose : doses) {
      String of = dose.others().isEmpty() ? "" : " · " + dose.others();
      for (double x : ArmSummary.LOG_LOSSES) {
        String label = "ln L = " + Decimals.plain(x) + of;
        add(sets, label, dose, Scale.LINEAR, (value, arm) -> knowledge(value, x, arm));
      }
    }
    return plot(
        doses,
        new Words(
            "dose-knowledge",
            "Eval accuracy at the same train loss",
            "eval accuracy, median (lowest to highest)",
            "What runs knew of unseen examples when the logarithm of their train loss first came"
                + " down to the value of the line; bars reach from the lowest to the highest run."
                + " Lines that rise say that more of the setting leaves more knowledge at the same"
                + " loss."),
        Scale.LINEAR,
        sets);
  }

  private static Dot knowledge(double value, double logLoss, Arm arm) {
    Censored known = new ArmSummary(arm).accuracyAtLoss(Math.exp(logLoss));
    List<Double> all = known.reached();
    return all.isEmpty()
        ? new Dot(value, Double.NaN, Double.NaN, Double.NaN, "no run")
        : new Dot(value, known.median(), all.get(0), all.get(all.size() - 1), known.text(""));
  }

  /** What stands in and under a plot. */
  private record Words(String id, String title, String yTitle, String reading) {}

  private static Plot plot(List<Dose> doses, Words words, Scale y, List<DotSet> sets) {
    List<Dose.Level> levels = doses.stream().flatMap(dose -> dose.levels().stream()).toList();
    double least = levels.stream().mapToDouble(Dose.Level::value).min().orElse(0);
    double most = levels.stream().mapToDouble(Dose.Level::value).max().orElse(0);
    Scale x = least > 0 && most / least >= LOG_FROM ? Scale.LOG : Scale.LINEAR;
    String setting = doses.get(0).setting() + (x == Scale.LOG ? " (log scale)" : "");
    return new Plot(words.id, words.title, setting, words.yTitle, words.reading, x, y, sets);
  }

  /** A number of an arm at a value of the setting. */
  private interface Outcome {
    Dot at(double value, Arm arm);
  }

  private static void add(List<DotSet> sets, String label, Dose dose, Scale y, Outcome outcome) {
    List<Dot> dots =
        dose.levels().stream()
            .map(level -> outcome.at(level.value(), level.arm()))
            .filter(dot -> y.shows(dot.y()))
            .toList();
    if (!dots.isEmpty()) {
      int k = sets.size();
      sets.add(new DotSet(new LineLook(label.isEmpty() ? "all runs" : label, k, k, k), dots));
    }
  }
}
