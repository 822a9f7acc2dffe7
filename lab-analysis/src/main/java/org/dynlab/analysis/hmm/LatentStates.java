package org.dynlab.analysis.hmm;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.data.ZScores;
import org.dynlab.analysis.hmm.map.Importance;
import org.dynlab.analysis.hmm.map.TrainingMap;
import org.dynlab.analysis.hmm.selection.ModelSelection;
import org.dynlab.store.problem.UserError;

/**
 * The latent states of runs, from raw features to the training map.
 *
 * <p>A column that is constant in every run is left out: its z-scores are all 0, and the density of
 * a row would grow with the number of rows in a state. One that is constant in some runs stays.
 *
 * @param constants columns without a scale in a run: their z-scores there are 0
 * @param leftOut columns without a scale in any run
 * @param scaled the z-scores of the other columns, all runs
 * @param selection how many states, and which fit
 * @param map the chosen model on all runs, those held out included
 */
public record LatentStates(
    List<ZScores.Constant> constants,
    List<String> leftOut,
    Sequences scaled,
    ModelSelection selection,
    TrainingMap map) {

  /** Copies the lists. */
  public LatentStates {
    constants = List.copyOf(constants);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Scales, selects and maps. Numbers are the same whatever the number of threads.
   *
   * @param raw at least 2 runs, at least one column that is not constant
   */
  public static LatentStates of(
      Sequences raw, ModelSelection.Settings settings, Importance importance, int threads) {
    ZScores scores = ZScores.of(raw);
    Map<String, Long> runs =
        scores.constants().stream()
            .collect(Collectors.groupingBy(ZScores.Constant::column, Collectors.counting()));
    List<String> leftOut =
        raw.columns().stream()
            .filter(column -> runs.getOrDefault(column, 0L) == raw.count())
            .toList();
    Sequences scaled = scores.scaled().ofColumns(others(raw.columns(), leftOut));
    ModelSelection selection = ModelSelection.of(scaled, settings, threads);
    TrainingMap map = TrainingMap.of(selection.model(), scaled, importance);
    return new LatentStates(scores.constants(), leftOut, scaled, selection, map);
  }

  private static List<String> others(List<String> columns, List<String> leftOut) {
    List<String> others = columns.stream().filter(column -> !leftOut.contains(column)).toList();
    if (others.isEmpty()) {
      throw new UserError(
          "features", "must have one that is not constant in every run", "" + columns, "");
    }
    return others;
  }
}
