package org.dynlab.analysis.hmm;

import java.util.List;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.data.ZScores;
import org.dynlab.analysis.hmm.map.Importance;
import org.dynlab.analysis.hmm.map.TrainingMap;
import org.dynlab.analysis.hmm.selection.ModelSelection;

/**
 * The latent states of runs, from raw features to the training map.
 *
 * @param constants columns without a scale in a run: their z-scores there are 0
 * @param scaled the z-scores, all runs
 * @param selection how many states, and which fit
 * @param map the chosen model on all runs, those held out included
 */
public record LatentStates(
    List<ZScores.Constant> constants, Sequences scaled, ModelSelection selection, TrainingMap map) {

  /** Copies the list. */
  public LatentStates {
    constants = List.copyOf(constants);
  }

  /**
   * Scales, selects and maps. Numbers are the same whatever the number of threads.
   *
   * @param raw at least 2 runs
   */
  public static LatentStates of(
      Sequences raw, ModelSelection.Settings settings, Importance importance, int threads) {
    ZScores scores = ZScores.of(raw);
    ModelSelection selection = ModelSelection.of(scores.scaled(), settings, threads);
    TrainingMap map = TrainingMap.of(selection.model(), scores.scaled(), importance);
    return new LatentStates(scores.constants(), scores.scaled(), selection, map);
  }
}
