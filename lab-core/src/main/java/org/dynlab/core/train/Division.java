package org.dynlab.core.train;

import java.util.Arrays;
import java.util.Optional;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.HeldOut;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.TaskData;
import org.dynlab.store.problem.UserError;

/**
 * A task's examples as a run uses them: what is left to train on when a rule wants examples held
 * out, and those.
 *
 * @param data to train on and to be judged by
 * @param heldOut what the rule watches, if it asked
 */
record Division(TaskData data, Optional<Examples> heldOut) {

  /** Draws the held-out examples from the stream {@code heldOut}, at least one. */
  static Division of(TaskData data, Optional<HeldOut> wanted, SeedTree seeds) {
    if (wanted.isEmpty()) {
      return new Division(data, Optional.empty());
    }
    if (wanted.get().leaks()) {
      return new Division(data, Optional.of(judged(data.eval())));
    }
    int rows = data.train().rows();
    int held = (int) Math.max(1, Math.round(wanted.get().trainShare() * rows));
    if (held >= rows) {
      throw new UserError(
          "optimizer",
          "must leave training examples when " + held + " are held out",
          rows + " training examples",
          "hold out a smaller share or train on more");
    }
    int[] order = seeds.stream("heldOut").permutation(rows);
    int[] out = Arrays.copyOf(order, held);
    int[] rest = Arrays.copyOfRange(order, held, rows);
    Arrays.sort(out);
    Arrays.sort(rest);
    return new Division(
        new TaskData(data.train().select(rest), data.eval()),
        Optional.of(judged(data.train().select(out))));
  }

  private static Examples judged(Examples examples) {
    if (!examples.targets().judged()) {
      throw new UserError(
          "optimizer",
          "must not watch an accuracy where the task has none",
          "answers without right and wrong",
          "give the task a tolerance, or use another optimizer");
    }
    return examples;
  }
}
