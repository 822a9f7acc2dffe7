package org.dynlab.analysis.hmm.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.model.Precisions;

/** Watches that the objective of {@link BaumWelch} does not fall where it cannot. */
final class Ascent {
  private static final double ROUNDING = 1e-10;
  private static final double ULPS = 64;
  private static final double PRIOR_SHARE = 0.5 * Maximization.PRIOR;

  private final double cells;
  private final List<Double> objectives;
  private boolean bound;

  /** Goes on after those objectives, which bind no later one. */
  Ascent(Frames frames, List<Double> earlier) {
    cells = (double) frames.rows() * frames.width();
    objectives = new ArrayList<>(earlier);
  }

  /** The likelihood of the next parameters. */
  void next(double likelihood, Precisions precisions) {
    double objective = likelihood - PRIOR_SHARE * precisions.sumOfEntries();
    bound &= !precisions.ridged();
    double relative = ROUNDING + ULPS * Math.ulp(1.0) * precisions.condition();
    double allowance = relative * (cells + Math.abs(likelihood));
    if (bound && !(objective >= objectives.get(objectives.size() - 1) - allowance)) {
      throw fall(objectives.get(objectives.size() - 1), objective);
    }
    objectives.add(objective);
    bound = !precisions.ridged();
  }

  /** What the maximisation after {@link #next} had to repair. */
  void maximized(List<Repair> repairs) {
    bound &= repairs.stream().noneMatch(repair -> repair.kind() == Repair.Kind.FEW_ROWS);
  }

  private ArithmeticException fall(double before, double after) {
    return new ArithmeticException(
        String.format(
            Locale.ROOT,
            "iteration %d: the objective of Baum-Welch must not fall, got %.17g after %.17g",
            objectives.size() + 1,
            after,
            before));
  }

  /** All objectives so far. */
  List<Double> objectives() {
    return objectives;
  }
}
