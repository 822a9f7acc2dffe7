package org.dynlab.analysis.finding;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.comparison.GrokkingGap;
import org.dynlab.analysis.comparison.score.Contrast;
import org.dynlab.analysis.comparison.score.InterquartileMean;
import org.dynlab.analysis.comparison.score.PerformanceProfile;
import org.dynlab.analysis.comparison.score.ScoreComparison;
import org.dynlab.analysis.comparison.survival.MedianStep;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.MeanBand;
import org.dynlab.analysis.statistics.Bootstrap;
import org.dynlab.analysis.statistics.Estimate;
import org.dynlab.analysis.statistics.Interval;

/** Where runs end and how far apart memorising and understanding are, arm beside arm. */
final class ScoreFinding {
  private static final List<String> HIGHER = List.of("eval.accuracy");
  private static final List<String> LOWER = List.of("eval.loss", "train.loss");
  private static final int MOST_THRESHOLDS = 12;
  private static final String READING =
      "Last values by the measures of rliable (arXiv 2108.13264): the mean of the middle half of the"
          + " runs, the probability that a run of an arm is better than one of the first arm, ties"
          + " by half, the share of runs better than a threshold; the mean of the middle half over"
          + " training, step by step among the runs that were measured there; bootstrap intervals over runs"
          + " within arms. Diverged runs count as the worst. The grokking gap is the steps from"
          + " train accuracy .99 to eval accuracy .99, its median by Kaplan-Meier.";

  private ScoreFinding() {}

  /** Empty without scores. */
  static List<Finding> of(Sweep sweep, long seed) {
    List<Arm> arms = sweep.arms().stream().filter(arm -> !arm.counted().isEmpty()).toList();
    List<ScoreComparison> all = new ArrayList<>();
    Bootstrap bootstrap = new Bootstrap(seed);
    HIGHER.stream()
        .filter(sweep::has)
        .forEach(column -> all.add(ScoreComparison.of(arms, column, true, bootstrap)));
    LOWER.stream()
        .filter(sweep::has)
        .forEach(column -> all.add(ScoreComparison.of(arms, column, false, bootstrap)));
    if (arms.isEmpty() || all.isEmpty()) {
      return List.of();
    }
    List<DataTable> tables = new ArrayList<>(List.of(scores(all)));
    if (arms.size() > 1) {
      tables.add(contrasts(all, arms.get(0)));
    }
    tables.add(profiles(all.get(0)));
    tables.add(bands(arms, all.get(0).column(), bootstrap));
    List<String> notes = new ArrayList<>();
    for (ScoreComparison one : all) {
      for (ScoreComparison.ArmScore arm : one.arms()) {
        notes.addAll(RunNotes.leftOut(one.column(), arm.scores().leftOut()));
      }
    }
    List<FoundNumber> numbers = new ArrayList<>(numbers(all));
    if (sweep.has("train.accuracy") && sweep.has("eval.accuracy")) {
      List<GrokkingGap> gaps = arms.stream().map(GrokkingGap::of).toList();
      tables.add(gaps(arms, gaps, notes));
      for (int i = 0; i < arms.size(); i++) {
        numbers.add(new FoundNumber(FoundNames.GAP, arms.get(i).name(), median(gaps.get(i))));
      }
    }
    return List.of(new Finding("scores", "Scores", READING, Finding.ALL, numbers, tables, notes));
  }

  private static DataTable scores(List<ScoreComparison> all) {
    DataTable.Builder table =
        new DataTable.Builder("scores", "Where runs end")
            .words("column", "arm")
            .estimates("interquartile mean")
            .numbers("runs", "diverged");
    for (ScoreComparison one : all) {
      for (ScoreComparison.ArmScore arm : one.arms()) {
        table.row(
            Cell.of(one.column()),
            Cell.of(arm.scores().arm()),
            Cell.of(arm.interquartileMean()),
            Cell.of((long) arm.scores().values().size()),
            Cell.of((long) arm.scores().diverged()));
      }
    }
    return table.build();
  }

  private static DataTable contrasts(List<ScoreComparison> all, Arm first) {
    DataTable.Builder table =
        new DataTable.Builder("contrasts", "Arms against " + first.name())
            .words("column", "arm")
            .estimates("probability of improvement", "Cliff's δ", "Hedges' g");
    for (ScoreComparison one : all) {
      for (Contrast contrast : one.contrasts()) {
        table.row(
            Cell.of(one.column()),
            Cell.of(contrast.arm()),
            Cell.of(contrast.improvement()),
            Cell.of(contrast.cliffsDelta()),
            Cell.of(contrast.hedgesG()));
      }
    }
    return table.build();
  }

  private static DataTable profiles(ScoreComparison one) {
    DataTable.Builder table =
        new DataTable.Builder("profiles", "Share of runs that end better, by " + one.column())
            .words("arm")
            .numbers("than")
            .estimates("share of runs");
    for (ScoreComparison.ArmScore arm : one.arms()) {
      List<PerformanceProfile.Point> points = arm.profile().points();
      int stride = Math.max(1, (points.size() + MOST_THRESHOLDS - 1) / MOST_THRESHOLDS);
      for (int i = 0; i < points.size(); i += stride) {
        PerformanceProfile.Point point = points.get(i);
        table.row(
            Cell.of(arm.scores().arm()),
            Cell.of(point.threshold()),
            Cell.of(point.share(), new Interval(point.band().low(), point.band().high())));
      }
    }
    return table.build();
  }

  private static DataTable bands(List<Arm> arms, String column, Bootstrap bootstrap) {
    DataTable.Builder table =
        new DataTable.Builder("bands", "Interquartile mean of " + column + " over training")
            .words("arm")
            .numbers("step")
            .estimates("interquartile mean")
            .numbers("runs");
    for (Arm arm : arms) {
      List<Curve> curves =
          arm.counted().stream().flatMap(run -> run.curve(column).stream()).toList();
      for (MeanBand.Point point :
          InterquartileMean.band(curves, bootstrap, MOST_THRESHOLDS).points()) {
        table.row(
            Cell.of(arm.name()),
            Cell.of(point.step()),
            Cell.of(point.mean(), new Interval(point.low(), point.high())),
            Cell.of((long) point.n()));
      }
    }
    return table.build();
  }

  private static List<FoundNumber> numbers(List<ScoreComparison> all) {
    List<FoundNumber> numbers = new ArrayList<>();
    for (ScoreComparison one : all) {
      one.arms()
          .forEach(
              arm ->
                  numbers.add(
                      FoundNumber.of(
                          FoundNames.MIDDLE,
                          one.column(),
                          arm.scores().arm(),
                          arm.interquartileMean())));
      one.contrasts()
          .forEach(
              contrast ->
                  numbers.add(
                      FoundNumber.of(
                          FoundNames.IMPROVEMENT,
                          one.column(),
                          contrast.arm(),
                          contrast.improvement())));
    }
    return numbers;
  }

  private static Estimate median(GrokkingGap gap) {
    MedianStep median = gap.median();
    return new Estimate(
        median.median(), new Interval(median.low(), median.high()), gap.gaps().size());
  }

  private static DataTable gaps(List<Arm> arms, List<GrokkingGap> gaps, List<String> notes) {
    DataTable.Builder table =
        new DataTable.Builder("gaps", "Grokking gap")
            .words("arm")
            .estimates("median steps")
            .numbers("runs", "reached", "eval first", "diverged");
    for (int i = 0; i < arms.size(); i++) {
      GrokkingGap gap = gaps.get(i);
      table.row(
          Cell.of(arms.get(i).name()),
          Cell.of(median(gap)),
          Cell.of((long) gap.gaps().size()),
          Cell.of(gap.gaps().stream().filter(time -> time.reached()).count()),
          Cell.of((long) gap.lateFirst()),
          Cell.of((long) gap.diverged()));
      notes.addAll(RunNotes.leftOut("grokking gap", gap.leftOut()));
    }
    return table.build();
  }
}
