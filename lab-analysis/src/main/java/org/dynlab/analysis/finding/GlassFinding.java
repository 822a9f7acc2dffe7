package org.dynlab.analysis.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.glass.Law;
import org.dynlab.analysis.glass.Mobility;
import org.dynlab.analysis.glass.Observable;
import org.dynlab.analysis.glass.Relaxations;
import org.dynlab.analysis.glass.Replicas;
import org.dynlab.analysis.statistics.Estimate;
import org.dynlab.analysis.statistics.Interval;

/** Training as the relaxation of a glass. */
final class GlassFinding {
  private static final List<String> RELAXING = List.of("train.loss", "eval.loss");
  private static final String READING =
      "Losses fitted by a stretched exponential (Kohlrausch), an exponential and a power law, every"
          + " decade of steps weighted alike, compared by AICc; exponents of the distance from the"
          + " start per decade (2 ballistic, 1 diffusive); correlation of seeds with each other, of"
          + " levels and of changes. Medians over runs with distribution-free intervals.";

  private GlassFinding() {}

  /** Empty if nothing relaxes, moves or can be compared. */
  static List<Finding> of(Arm arm, String suffix) {
    List<DataTable> tables = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<String> losses =
        RELAXING.stream()
            .filter(column -> arm.counted().stream().anyMatch(r -> r.curve(column).isPresent()))
            .toList();
    List<Relaxations> relaxations =
        losses.stream().map(column -> Relaxations.of(arm, Observable.of(column))).toList();
    relaxations.forEach(
        all -> notes.addAll(RunNotes.leftOut(all.observable().name(), all.leftOut())));
    if (relaxations.stream().anyMatch(all -> !all.runs().isEmpty())) {
      tables.add(relaxations(relaxations));
    }
    mobility(arm, notes).ifPresent(tables::add);
    List<FoundNumber> numbers = new ArrayList<>(numbers(relaxations, arm.name()));
    if (arm.counted().size() > 1 && !losses.isEmpty()) {
      List<Replicas> replicas = losses.stream().map(column -> Replicas.of(arm, column)).toList();
      tables.add(replicas(losses, replicas));
      for (int i = 0; i < losses.size(); i++) {
        numbers.addAll(numbers(losses.get(i), replicas.get(i), arm.name()));
      }
    }
    return tables.isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                "glass" + suffix,
                "Relaxation of " + arm.name(),
                READING,
                arm.name(),
                numbers,
                tables,
                notes));
  }

  private static List<FoundNumber> numbers(List<Relaxations> relaxations, String arm) {
    List<FoundNumber> numbers = new ArrayList<>();
    for (Relaxations one : relaxations) {
      String column = one.observable().name();
      if (!one.runs().isEmpty()) {
        Estimate tau = FoundNumber.median(one.tau(Law.KOHLRAUSCH));
        Estimate beta = FoundNumber.median(one.beta(Law.KOHLRAUSCH));
        numbers.add(FoundNumber.of(FoundNames.TAU, column, arm, tau));
        numbers.add(FoundNumber.of(FoundNames.BETA, column, arm, beta));
      }
    }
    return numbers;
  }

  private static List<FoundNumber> numbers(String column, Replicas replicas, String arm) {
    return List.of(
        FoundNumber.of(
            FoundNames.LEVELS, column, arm, estimate(replicas.levels(), replicas.runs())),
        FoundNumber.of(
            FoundNames.CHANGES, column, arm, estimate(replicas.changes(), replicas.runs())));
  }

  private static Estimate estimate(Replicas.Likeness likeness, int runs) {
    return new Estimate(likeness.mean(), new Interval(likeness.low(), likeness.high()), runs);
  }

  private static DataTable relaxations(List<Relaxations> all) {
    DataTable.Builder table =
        new DataTable.Builder("relaxations", "Relaxation laws")
            .words("of", "law")
            .numbers("best in", "runs")
            .estimates("τ (steps)", "β");
    for (Relaxations one : all) {
      for (Law law : Law.values()) {
        if (!one.runs().isEmpty()) {
          table.row(
              Cell.of(one.observable().name()),
              Cell.of(law.words()),
              Cell.of((long) one.best(law)),
              Cell.of((long) one.runs().size()),
              PhaseFinding.median(one.tau(law)),
              PhaseFinding.median(one.beta(law)));
        }
      }
    }
    return table.build();
  }

  private static Optional<DataTable> mobility(Arm arm, List<String> notes) {
    Mobility mobility = Mobility.of(arm);
    if (mobility.decades().isEmpty()) {
      return Optional.empty();
    }
    notes.addAll(RunNotes.leftOut("mobility", mobility.leftOut()));
    DataTable.Builder table =
        new DataTable.Builder("mobility", "Movement of the parameters, decade by decade")
            .numbers("from step", "to step")
            .estimates("exponent of displacement", "exponent of updates", "straightness");
    for (Mobility.Decade decade : mobility.decades()) {
      table.row(
          Cell.of(decade.from()),
          Cell.of(decade.to()),
          PhaseFinding.median(decade.displacement()),
          PhaseFinding.median(decade.update()),
          PhaseFinding.median(decade.straightness()));
    }
    return Optional.of(table.build());
  }

  private static DataTable replicas(List<String> columns, List<Replicas> all) {
    DataTable.Builder table =
        new DataTable.Builder("replicas", "How alike seeds are")
            .words("column")
            .numbers("runs", "common steps")
            .estimates("correlation of levels", "correlation of changes")
            .numbers("most unlike at step", "standard deviation there");
    for (int i = 0; i < columns.size(); i++) {
      Replicas replicas = all.get(i);
      table.row(
          Cell.of(columns.get(i)),
          Cell.of((long) replicas.runs()),
          Cell.of((long) replicas.steps()),
          likeness(replicas.levels()),
          likeness(replicas.changes()),
          Cell.of(replicas.widest()),
          Cell.of(replicas.deviation()));
    }
    return table.build();
  }

  private static Cell likeness(Replicas.Likeness likeness) {
    return Cell.of(likeness.mean(), new Interval(likeness.low(), likeness.high()));
  }
}
