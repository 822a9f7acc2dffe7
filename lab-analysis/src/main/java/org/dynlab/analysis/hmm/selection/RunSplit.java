package org.dynlab.analysis.hmm.selection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dynlab.store.problem.UserError;

/**
 * Which runs are fitted and which held out: a fifth of them, rounded up, drawn by seed.
 *
 * @param training numbers of the fitted runs, ascending
 * @param validation numbers of those held out, ascending
 */
public record RunSplit(List<Integer> training, List<Integer> validation) {
  private static final int HELD_OUT = 5;

  /** Copies the lists. */
  public RunSplit {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
  }

  /** The split of that many runs, at least 2; the same for the same seed. */
  public static RunSplit of(int runs, long seed) {
    if (runs < 2) {
      throw new UserError(
          "runs",
          "must be at least 2, one to fit and one to hold out",
          String.valueOf(runs),
          "sweep over more seeds");
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<Integer> order = new ArrayList<>(IntStream.range(0, runs).boxed().toList());
    for (int i = runs - 1; i > 0; i--) {
      Collections.swap(order, i, random.nextInt(i + 1));
    }
    int heldOut = (runs + HELD_OUT - 1) / HELD_OUT;
    return new RunSplit(
        order.subList(heldOut, runs).stream().sorted().toList(),
        order.subList(0, heldOut).stream().sorted().toList());
  }
}
