package org.dynlab.analysis.finding;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.Decimals;
import org.dynlab.analysis.indicator.Advantage;
import org.dynlab.analysis.indicator.Candidate;
import org.dynlab.analysis.indicator.Indicators;
import org.dynlab.analysis.indicator.Pooled;
import org.dynlab.analysis.indicator.Within;
import org.dynlab.analysis.statistics.Estimate;
import org.dynlab.analysis.statistics.Interval;

/** Whether the complexity of the trajectory tells the generalisation gap. */
final class IndicatorFinding {
  private static final String READING =
      "Correlation with the measured generalisation gap (arXiv 2304.12579) of the complexity of the"
          + " trajectory and of simpler quantities: over the steps of single runs (steps are not"
          + " independent, so the interval is over runs), of last values over all runs (Fisher's z,"
          + " and a bootstrap within arms), and of the arms' means.";

  private IndicatorFinding() {}

  /** Empty without the gap. */
  static List<Finding> of(Sweep sweep, long seed) {
    if (!sweep.has(Indicators.GAP)) {
      return List.of();
    }
    Indicators indicators = Indicators.of(sweep, seed);
    List<String> notes = new ArrayList<>(RunNotes.leftOut("", indicators.leftOut()));
    indicators.advantage().map(IndicatorFinding::words).ifPresent(notes::add);
    return List.of(
        new Finding(
            "indicators",
            "Indicators of " + indicators.target(),
            READING,
            Finding.ALL,
            numbers(indicators),
            List.of(over(indicators), within(indicators)),
            notes));
  }

  private static List<FoundNumber> numbers(Indicators indicators) {
    List<FoundNumber> numbers = new ArrayList<>();
    for (Candidate candidate : indicators.candidates()) {
      Pooled pooled = candidate.spearman();
      Estimate over =
          new Estimate(
              pooled.value(), new Interval(pooled.low(), pooled.high()), indicators.runs());
      numbers.add(FoundNumber.of(FoundNames.INDICATOR, candidate.column(), Finding.ALL, over));
      for (Within within : candidate.within()) {
        Estimate steps = FoundNumber.median(within.spearman());
        numbers.add(
            FoundNumber.of(FoundNames.INDICATOR_WITHIN, candidate.column(), within.arm(), steps));
      }
    }
    return numbers;
  }

  private static String words(Advantage advantage) {
    return advantage.column()
        + " less "
        + advantage.other()
        + ", difference of absolute rank correlations: "
        + Decimals.plain(advantage.difference())
        + " ["
        + Decimals.plain(advantage.low())
        + ", "
        + Decimals.plain(advantage.high())
        + "]; the other one was chosen as the best on the same runs";
  }

  private static DataTable over(Indicators indicators) {
    DataTable.Builder table =
        new DataTable.Builder(
                "runs",
                "Last values over " + indicators.runs() + " runs in " + indicators.arms() + " arms")
            .words("quantity")
            .estimates("Spearman", "Spearman, bootstrap", "Pearson", "over arms");
    for (Candidate candidate : indicators.candidates()) {
      table.row(
          Cell.of(candidate.column()),
          Cell.of(candidate.spearman().fisher()),
          Cell.of(
              candidate.spearman().value(),
              new Interval(candidate.spearman().low(), candidate.spearman().high())),
          Cell.of(candidate.pearson().fisher()),
          Cell.of(candidate.overArms()));
    }
    return table.build();
  }

  private static DataTable within(Indicators indicators) {
    DataTable.Builder table =
        new DataTable.Builder("steps", "Over the steps of single runs: median over runs")
            .words("quantity", "arm")
            .estimates("Spearman", "Pearson");
    for (Candidate candidate : indicators.candidates()) {
      for (Within within : candidate.within()) {
        table.row(
            Cell.of(candidate.column()),
            Cell.of(within.arm()),
            PhaseFinding.median(within.spearman()),
            PhaseFinding.median(within.pearson()));
      }
    }
    return table.build();
  }
}
