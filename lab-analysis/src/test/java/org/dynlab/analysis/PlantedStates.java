package org.dynlab.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.finding.Analysis;
import org.dynlab.analysis.finding.AnalysisSettings;
import org.dynlab.analysis.hmm.fit.BaumWelch;
import org.dynlab.analysis.hmm.fit.Start;
import org.dynlab.analysis.hmm.map.Importance;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.selection.Criterion;
import org.dynlab.analysis.hmm.selection.ModelSelection;
import org.dynlab.analysis.hmm.selection.Pooling;
import org.dynlab.analysis.latent.StudySettings;
import org.dynlab.store.claim.Target;

/** Runs that pass through states made for them: every second one takes a detour. */
public final class PlantedStates {
  public static final String HOSTILE = "</title><script>alert('x')</script>&\"";

  private PlantedStates() {}

  /** Runs of that many rows; the first one has the name {@link #HOSTILE}. */
  public static Sweep sweep(int runs, int rows) {
    List<Run> all = new ArrayList<>();
    for (int index = 0; index < runs; index++) {
      Run run = Samples.run(index, index, Map.of(), RunState.COMPLETED, "", curves(index, rows));
      all.add(index == 0 ? named(run, HOSTILE) : run);
    }
    return new Sweep("planted", all, List.of());
  }

  private static Run named(Run run, String name) {
    return new Run(
        name,
        run.index(),
        run.seed(),
        run.arm(),
        run.state(),
        run.reason(),
        run.steps(),
        run.curves(),
        run.timing(),
        run.provenance(),
        run.caveats());
  }

  private static Map<String, Curve> curves(int index, int rows) {
    SplittableRandom random = new SplittableRandom(index);
    long leaves = rows / 5 + random.nextLong(rows / 10);
    long arrives = index % 2 == 0 ? leaves : leaves + rows / 4 + random.nextLong(rows / 10);
    LongUnaryOperator state = step -> step < leaves ? 0 : step < arrives ? 1 : 2;
    double[] level = {0, 9, 4};
    return Map.of(
        "feature.a",
        Samples.curve(rows - 1L, 1, s -> level[(int) state.applyAsLong(s)] + random.nextDouble()),
        "feature.b",
        Samples.curve(rows - 1L, 1, s -> 3.0 * state.applyAsLong(s) + random.nextDouble()),
        "eval.accuracy",
        Samples.curve(rows - 1L, 1, s -> s < arrives + 5 ? 0.1 : 0.95));
  }

  /** What is found in a sweep of these. */
  public static Analysis analysis(Sweep sweep) {
    ModelSelection.Settings selection =
        new ModelSelection.Settings(
            3,
            2,
            new Start(Covariances.DIAGONAL, 1),
            BaumWelch.STANDARD,
            Criterion.BIC,
            Pooling.BEST,
            1);
    StudySettings study =
        new StudySettings(
            List.of("feature.a", "feature.b"),
            Optional.of(new Target("eval.accuracy", 0.9, false)),
            StudySettings.FIRST_ROWS,
            selection,
            Importance.CORRECT,
            Optional.empty());
    return Analysis.of(sweep, new AnalysisSettings(Optional.of(study), Optional.empty(), 1, 1));
  }
}
