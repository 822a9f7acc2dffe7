package org.dynlab.analysis.finding;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.glass.Cooling;

/** Where runs end against a number that was swept: cooling times, rates, decays. */
final class DoseFinding {
  private static final List<String> ENDING =
      List.of("eval.accuracy", "eval.loss", "train.loss", "relative_error");
  private static final String READING =
      "Last finite values against the one number that the arms differ in. In the glass picture"
          + " (arXiv 2505.11411) what is cooled more slowly ends lower. Medians over runs with"
          + " distribution-free intervals; the trend is Spearman's correlation over all runs, with"
          + " Fisher's interval.";

  private DoseFinding() {}

  /** Empty unless exactly one number was swept, over at least three values. */
  static List<Finding> of(Sweep sweep) {
    List<Cooling> all =
        ENDING.stream()
            .filter(sweep::has)
            .flatMap(column -> Cooling.of(sweep, column).stream())
            .toList();
    if (all.isEmpty()) {
      return List.of();
    }
    List<String> notes = new ArrayList<>();
    for (Cooling one : all) {
      notes.addAll(RunNotes.leftOut(one.column(), one.leftOut()));
    }
    return List.of(
        new Finding(
            "dose",
            "Where runs end against " + all.get(0).setting(),
            READING,
            Finding.ALL,
            numbers(all),
            List.of(levels(all), trends(all)),
            notes));
  }

  /** Where another key was swept as well, there is one for each of its values, and no claim. */
  private static List<FoundNumber> numbers(List<Cooling> all) {
    return all.stream()
        .filter(one -> one.others().isEmpty())
        .map(one -> FoundNumber.of(FoundNames.DOSE, one.column(), Finding.ALL, one.trend()))
        .toList();
  }

  private static DataTable levels(List<Cooling> all) {
    DataTable.Builder table =
        new DataTable.Builder("levels", "Last values by " + all.get(0).setting())
            .words("column", "beside")
            .numbers(all.get(0).setting())
            .estimates("median")
            .numbers("runs");
    for (Cooling one : all) {
      for (Cooling.Level level : one.levels()) {
        table.row(
            Cell.of(one.column()),
            Cell.of(beside(one)),
            Cell.of(level.setting()),
            PhaseFinding.median(level.end()),
            Cell.of((long) level.end().runs()));
      }
    }
    return table.build();
  }

  private static DataTable trends(List<Cooling> all) {
    DataTable.Builder table =
        new DataTable.Builder("trends", "Whether they rise or fall with it")
            .words("column", "beside")
            .estimates("Spearman")
            .numbers("runs");
    for (Cooling one : all) {
      table.row(
          Cell.of(one.column()),
          Cell.of(beside(one)),
          Cell.of(one.trend()),
          Cell.of((long) one.trend().n()));
    }
    return table.build();
  }

  private static String beside(Cooling one) {
    return one.others().isEmpty() ? DataTable.NOTHING : one.others();
  }
}
