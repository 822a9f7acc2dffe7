package org.dynlab.tasks;

import java.util.List;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.task.Task;

/** The tasks under the names that {@code task: {kind: ...}} uses. */
public final class TaskCatalogue {

  private TaskCatalogue() {}

  /** All tasks, in listing order. */
  public static Catalogue<Task> catalogue() {
    return new Catalogue<>(
        "task",
        Task.class,
        List.of(new Catalogue.Member<>("modularArithmetic", ModularArithmetic.class)));
  }
}
