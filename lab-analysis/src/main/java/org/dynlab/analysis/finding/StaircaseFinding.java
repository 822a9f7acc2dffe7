package org.dynlab.analysis.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.analysis.staircase.Coincidence;
import org.dynlab.analysis.staircase.RankAndLoss;
import org.dynlab.analysis.staircase.Staircases;
import org.dynlab.analysis.statistics.Estimate;

/** The stairs of every ε-rank that was measured, beside those of the loss. */
final class StaircaseFinding {
  private static final String LOSS = "train.loss";
  private static final String READING =
      "Plateaus and jumps by penalised change points on the logarithm of the step: of the rank as"
          + " levels, of ln loss as straight pieces (docs/analysis.md says which penalty, and how"
          + " often stairs are seen where there are none). Rises of the rank and drops of the loss"
          + " belong together within a window; the share to be expected by chance comes from"
          + " shifting one against the other.";

  private StaircaseFinding() {}

  /** The stairs of every rank that the arm's runs have measured; empty without ranks. */
  static List<Staircases> studies(Arm arm, long seed) {
    boolean loss = arm.counted().stream().anyMatch(run -> run.curve(LOSS).isPresent());
    List<String> ranks =
        arm.counted().stream()
            .flatMap(run -> run.curves().keySet().stream())
            .filter(column -> loss && column.startsWith("epsilon_rank"))
            .distinct()
            .toList();
    return Staircases.of(arm, ranks, LOSS, seed);
  }

  /** Of one arm; empty without stairs. */
  static List<Finding> of(String arm, List<Staircases> all, String suffix) {
    if (all.isEmpty()) {
      return List.of();
    }
    DataTable.Builder table =
        new DataTable.Builder("ranks", "Stairs of rank and loss")
            .words("rank")
            .numbers("runs", "rises per run", "drops per run", "matched", "by chance", "p")
            .estimates("Spearman(loss, rank)")
            .words("half loss at step", "95 % of rank at step");
    List<String> notes = new ArrayList<>();
    List<FoundNumber> numbers = new ArrayList<>();
    DataTable.Builder runs = runs();
    for (Staircases stairs : all) {
      row(table, stairs.rank(), stairs);
      numbers.addAll(numbers(stairs.rank(), stairs));
      stairs.runs().forEach(run -> row(runs, stairs.rank(), run));
      notes.addAll(RunNotes.leftOut(stairs.rank(), stairs.leftOut()));
    }
    return List.of(
        new Finding(
            Analysis.STAIRCASES + suffix,
            "Staircases of " + arm,
            READING,
            arm,
            numbers,
            List.of(table.build(), runs.build()),
            notes));
  }

  private static void row(DataTable.Builder table, String rank, Staircases stairs) {
    int runs = stairs.runs().size();
    table.row(
        Cell.of(rank),
        Cell.of((long) runs),
        Cell.of((double) stairs.coincidence().rises() / runs),
        Cell.of((double) stairs.coincidence().drops() / runs),
        Cell.of(stairs.coincidence().share()),
        Cell.of(stairs.coincidence().chance()),
        Cell.of(stairs.coincidence().p()),
        Cell.of(stairs.spearman()),
        words(stairs.halfLoss()),
        words(stairs.nearlyFull()));
  }

  private static List<FoundNumber> numbers(String rank, Staircases stairs) {
    int runs = stairs.runs().size();
    Coincidence coincidence = stairs.coincidence();
    Map<String, Estimate> numbers = new LinkedHashMap<>();
    numbers.put(FoundNames.RISES, FoundNumber.exact((double) coincidence.rises() / runs, runs));
    numbers.put(FoundNames.DROPS, FoundNumber.exact((double) coincidence.drops() / runs, runs));
    numbers.put(FoundNames.MATCHED, FoundNumber.exact(coincidence.share(), runs));
    numbers.put(FoundNames.BY_CHANCE, FoundNumber.exact(coincidence.p(), runs));
    numbers.put(FoundNames.STAIRS_SPEARMAN, stairs.spearman());
    return numbers.entrySet().stream()
        .map(entry -> FoundNumber.of(entry.getKey(), rank, stairs.arm(), entry.getValue()))
        .toList();
  }

  private static Cell words(Censored steps) {
    return Cell.of(steps.runs() == 0 ? DataTable.NOTHING : steps.text(""));
  }

  private static DataTable.Builder runs() {
    return new DataTable.Builder("runs", "Stairs of every run")
        .words("run", "rank")
        .numbers("plateaus of rank", "rises", "plateaus of loss", "drops", "Spearman");
  }

  private static void row(DataTable.Builder table, String rank, RankAndLoss run) {
    table.row(
        Cell.of(run.run()),
        Cell.of(rank),
        Cell.of((long) run.rank().plateaus().size()),
        Cell.of((long) run.events().rises().size()),
        Cell.of((long) run.loss().plateaus().size()),
        Cell.of((long) run.events().drops().size()),
        Cell.of(run.spearman()));
  }
}
