package org.dynlab.tasks;

import java.util.List;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.describe.Catalogue.Member;
import org.dynlab.core.task.Task;
import org.dynlab.tasks.field.AllenCahn;
import org.dynlab.tasks.field.Burgers;
import org.dynlab.tasks.field.FunctionFit;
import org.dynlab.tasks.field.Heat;
import org.dynlab.tasks.field.Helmholtz2d;
import org.dynlab.tasks.field.Poisson1d;
import org.dynlab.tasks.field.Poisson2d;
import org.dynlab.tasks.field.Wave1d;
import org.dynlab.tasks.images.Digits;
import org.dynlab.tasks.images.Mnist;
import org.dynlab.tasks.table.CsvTable;

/** The tasks under the names that {@code task: {kind: ...}} uses. */
public final class TaskCatalogue {

  private TaskCatalogue() {}

  /** All tasks, in listing order. */
  public static Catalogue<Task> catalogue() {
    return new Catalogue<>(
        "task",
        Task.class,
        List.of(
            new Member<>("modularArithmetic", ModularArithmetic.class),
            new Member<>("permutationGroup", PermutationGroup.class),
            new Member<>("sparseParity", SparseParity.class),
            new Member<>("informationBits", InformationBits.class),
            new Member<>("teacherStudent", TeacherStudent.class),
            new Member<>("functionFit", FunctionFit.class),
            new Member<>("poisson1d", Poisson1d.class),
            new Member<>("poisson2d", Poisson2d.class),
            new Member<>("heat", Heat.class),
            new Member<>("burgers", Burgers.class),
            new Member<>("allenCahn", AllenCahn.class),
            new Member<>("helmholtz2d", Helmholtz2d.class),
            new Member<>("wave1d", Wave1d.class),
            new Member<>("mnist", Mnist.class),
            new Member<>("digits", Digits.class),
            new Member<>("csv", CsvTable.class)));
  }
}
