package org.dynlab.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.comparison.ArmSummary;
import org.dynlab.analysis.comparison.Comparison;
import org.dynlab.analysis.comparison.Milestone;
import org.dynlab.analysis.comparison.survival.KaplanMeier;
import org.dynlab.analysis.comparison.survival.LogRank;
import org.dynlab.analysis.comparison.survival.Survival;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.analysis.curve.Decimals;
import org.dynlab.analysis.statistics.Wilson;
import org.dynlab.store.claim.Threshold;

/** The tables of arms whose tasks have accuracies: how soon, how surely, at what price. */
final class ArmTables {
  private static final double SMALLEST_P = 1e-4;
  private static final double LEVEL = 0.05;

  private final Sweep sweep;
  private final List<Threshold> thresholds;

  /** With those of {@link Milestone#ALL} that were measured. */
  ArmTables(Sweep sweep, List<Threshold> thresholds) {
    this.sweep = sweep;
    this.thresholds = thresholds;
  }

  /** One row per arm: who generalises, and by which step. */
  String passages() {
    Table table =
        new Table("How soon: Kaplan–Meier median [95 % interval] of the first step at an accuracy")
            .words("arm")
            .numbers("runs that count")
            .numbers("generalise: " + Milestone.text(Milestone.GENERALISED));
    thresholds.forEach(threshold -> table.numbers(Milestone.text(threshold)));
    for (Arm arm : sweep.arms()) {
      ArmSummary summary = new ArmSummary(arm);
      List<String> cells = new ArrayList<>(List.of(arm.label(), counted(summary)));
      cells.add(share(summary.survival(Milestone.GENERALISED)));
      for (Threshold threshold : thresholds) {
        cells.add(KaplanMeier.of(summary.survival(threshold).times()).median().text());
      }
      table.row(cells);
    }
    return table.html();
  }

  private static String steps(Threshold late, String sign) {
    return Milestone.text(late) + sign + Milestone.text(Milestone.MEMORISED);
  }

  private static String counted(ArmSummary summary) {
    long diverged = summary.diverged();
    return summary.arm().counted().size()
        + " of "
        + summary.arm().runs().size()
        + (diverged == 0 ? "" : ", " + diverged + " diverged");
  }

  private static String share(Survival survival) {
    int runs = survival.times().size();
    Wilson interval = survival.share();
    return runs == 0
        ? "no run"
        : String.format(
            Locale.ROOT,
            "%d/%d [%.2f, %.2f]",
            survival.reached(),
            runs,
            interval.low(),
            interval.high());
  }

  /** One row per arm but the reference. */
  String tests() {
    Comparison comparison = Comparison.of(sweep);
    int tests = comparison.trials().size();
    Table table =
        new Table(
                "How surely: log-rank test of the first step at "
                    + Milestone.text(comparison.threshold())
                    + " against "
                    + comparison.reference().label()
                    + ", the first arm of the plan; Holm’s correction for "
                    + tests
                    + (tests == 1 ? " test" : " tests"))
            .words("arm")
            .words("gets there (at the 5 % level)")
            .numbers("runs that did")
            .numbers("expected at equal rates")
            .numbers("χ²")
            .numbers("p")
            .numbers("p after Holm");
    comparison.trials().forEach(trial -> table.row(cells(trial)));
    return table.html();
  }

  private static List<String> cells(Comparison.Trial trial) {
    LogRank test = trial.test();
    boolean none = Double.isNaN(test.chiSquare());
    return List.of(
        trial.arm().label(),
        outcome(trial),
        Decimals.plain(test.observed()),
        String.format(Locale.ROOT, "%.1f", test.expected()),
        none ? "–" : String.format(Locale.ROOT, "%.2f", test.chiSquare()),
        probability(test.p()),
        probability(trial.adjusted()));
  }

  private static String outcome(Comparison.Trial trial) {
    if (Double.isNaN(trial.adjusted())) {
      return "nothing to compare";
    }
    String direction = trial.test().firstIsFaster() ? "sooner" : "later";
    return trial.adjusted() <= LEVEL ? direction : "no clear difference";
  }

  private static String probability(double p) {
    if (Double.isNaN(p)) {
      return "–";
    }
    return p < SMALLEST_P ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
  }

  /** One row per arm: how long after memorising it understands, and whether that lasts. */
  String way() {
    Table table =
        new Table("How late and how steadily: median (lowest..highest) over the runs that count")
            .words("arm")
            .numbers("gap: " + steps(Milestone.GENERALISED, " − "))
            .numbers("delay: " + steps(Milestone.UNDERSTOOD, " ÷ "))
            .numbers("lowest eval after " + Milestone.text(Milestone.UNDERSTOOD))
            .numbers("loss spikes");
    for (Arm arm : sweep.arms()) {
      ArmSummary summary = new ArmSummary(arm);
      table.row(
          List.of(
              arm.label(),
              summary.gap().text(""),
              summary.delay().text("× "),
              text(summary.lowestAfterUnderstanding(), arm),
              text(summary.lossSpikes(), arm)));
    }
    return table.html();
  }

  /** One row per arm: what it knew of unseen examples when the train loss had come down so far. */
  String knowledge() {
    Table table =
        new Table(
                "What it knew at the same train loss: eval accuracy, median (lowest..highest),"
                    + " where ln of the train loss first came down to")
            .words("arm");
    ArmSummary.LOG_LOSSES.forEach(x -> table.numbers(Decimals.plain(x)));
    for (Arm arm : sweep.arms()) {
      ArmSummary summary = new ArmSummary(arm);
      List<String> cells = new ArrayList<>(List.of(arm.label()));
      ArmSummary.LOG_LOSSES.forEach(x -> cells.add(text(summary.accuracyAtLoss(Math.exp(x)), arm)));
      table.row(cells);
    }
    return table.html();
  }

  /** One row per arm: weights and time. */
  String costs() {
    Table table =
        new Table("At what price: median (lowest..highest) over the runs that count")
            .words("arm")
            .numbers("final weight norm")
            .numbers("wall clock, s")
            .numbers("ms per step without instruments");
    for (Arm arm : sweep.arms()) {
      ArmSummary summary = new ArmSummary(arm);
      table.row(
          List.of(
              arm.label(),
              text(summary.finalNorm(), arm),
              text(summary.wallSeconds(), arm),
              text(summary.millisPerStep(), arm)));
    }
    return table.html();
  }

  /** With the number of runs where not all that count have the number. */
  private static String text(Censored numbers, Arm arm) {
    int counted = arm.counted().size();
    String some = numbers.runs() == counted ? "" : ", " + numbers.runs() + " of " + counted;
    return numbers.runs() == 0 ? "–" : numbers.text("") + some;
  }
}
