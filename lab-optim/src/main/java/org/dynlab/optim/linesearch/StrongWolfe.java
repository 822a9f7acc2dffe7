package org.dynlab.optim.linesearch;

/**
 * A line search for a step t with the strong Wolfe conditions
 *
 * <pre>
 * φ(t) ≤ φ(0) + c₁ t φ'(0)        |φ'(t)| ≤ -c₂ φ'(0)
 * </pre>
 *
 * by bracketing and cubic interpolation (Nocedal and Wright 2006, algorithms 3.5 and 3.6). The
 * choices the book leaves open are those of PyTorch's {@code LBFGS(line_search_fn="strong_wolfe")},
 * so that both make the same trials: the step grows to at least t + 0.01(t - t₋) and at most 10t;
 * in the bracket a trial within a tenth of its width from an end is allowed once in a row, else it
 * is put there; a bracket narrower than the smallest step ends the search.
 *
 * <p>A loss that is not a number counts as infinitely high, and a cubic without a minimum, or with
 * numbers that are not finite, is replaced by the midpoint.
 */
final class StrongWolfe {
  private static final double NEAR_END = 0.1;

  /** The line: loss and slope at a step. */
  interface Line {
    Trial at(double t);
  }

  /** What was found at a step. */
  record Trial(double t, double loss, double slope) {
    Trial {
      loss = Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
    }
  }

  /** When a search is over. */
  record Limits(double c1, double c2, int trials, double smallestStep) {}

  private final Line line;
  private final Trial start;
  private final Limits limits;
  private int made;

  /** From step 0, where {@code start} was found; the slope there is negative. */
  StrongWolfe(Line line, Trial start, Limits limits) {
    this.line = line;
    this.start = start;
    this.limits = limits;
  }

  /**
   * The best trial, beginning with step {@code t}. It need not keep the conditions if the trials
   * ran out or the bracket became too small; {@code start} itself if nothing lower was found.
   */
  Trial from(double t) {
    Trial before = start;
    Trial now = line.at(t);
    for (made = 0; made < limits.trials; made++) {
      if (tooHigh(now) || (made > 1 && now.loss >= before.loss)) {
        return narrow(before, now);
      } else if (flat(now)) {
        return now;
      } else if (now.slope >= 0) {
        return narrow(before, now);
      }
      Trial last = before;
      before = now;
      now = line.at(minimum(last, now, now.t + 0.01 * (now.t - last.t), now.t * 10));
    }
    return start.loss <= now.loss ? start : now;
  }

  private boolean tooHigh(Trial trial) {
    return trial.loss > start.loss + limits.c1 * trial.t * start.slope;
  }

  private boolean flat(Trial trial) {
    return Math.abs(trial.slope) <= -limits.c2 * start.slope;
  }

  /** Between two trials with an acceptable step between them. */
  private Trial narrow(Trial one, Trial other) {
    Trial[] bracket = {one, other};
    int low = lower(bracket);
    boolean nearBefore = false;
    while (made < limits.trials && width(bracket) >= limits.smallestStep) {
      double wanted = minimum(bracket[0], bracket[1], left(bracket), right(bracket));
      boolean near = distance(wanted, bracket) < NEAR_END * width(bracket);
      boolean move = near && (nearBefore || distance(wanted, bracket) <= 0);
      nearBefore = near && !move;
      Trial trial = line.at(move ? moved(wanted, bracket) : wanted);
      made++;
      if (tooHigh(trial) || trial.loss >= bracket[low].loss) {
        bracket[1 - low] = trial;
        low = lower(bracket);
      } else if (flat(trial)) {
        return trial;
      } else {
        if (trial.slope * (bracket[1 - low].t - bracket[low].t) >= 0) {
          bracket[1 - low] = bracket[low];
        }
        bracket[low] = trial;
      }
    }
    return bracket[low];
  }

  private static int lower(Trial[] bracket) {
    return bracket[0].loss <= bracket[1].loss ? 0 : 1;
  }

  private static double left(Trial[] bracket) {
    return Math.min(bracket[0].t, bracket[1].t);
  }

  private static double right(Trial[] bracket) {
    return Math.max(bracket[0].t, bracket[1].t);
  }

  private static double width(Trial[] bracket) {
    return right(bracket) - left(bracket);
  }

  /** To the nearer end. */
  private static double distance(double t, Trial[] bracket) {
    return Math.min(right(bracket) - t, t - left(bracket));
  }

  /** A tenth of the width from the nearer end. */
  private static double moved(double t, Trial[] bracket) {
    double margin = NEAR_END * width(bracket);
    return Math.abs(t - right(bracket)) < Math.abs(t - left(bracket))
        ? right(bracket) - margin
        : left(bracket) + margin;
  }

  /** Of the cubic through both trials with their slopes, within [low, high] (eq. 3.59). */
  private static double minimum(Trial a, Trial b, double low, double high) {
    Trial first = a.t <= b.t ? a : b;
    Trial second = a.t <= b.t ? b : a;
    double d1 = a.slope + b.slope - 3 * (a.loss - b.loss) / (a.t - b.t);
    double d2 = Math.sqrt(d1 * d1 - a.slope * b.slope);
    double share = (second.slope + d2 - d1) / (second.slope - first.slope + 2 * d2);
    double t = second.t - (second.t - first.t) * share;
    return Double.isNaN(t) ? (low + high) / 2 : Math.min(Math.max(t, low), high);
  }
}
