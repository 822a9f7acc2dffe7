package org.dynlab.app.slurm;

import java.util.List;
import java.util.stream.Collectors;

/** The script of a job array: task t calls the lab with the t-th of its runs. */
final class ArrayScript {
  private ArrayScript() {}

  /**
   * Its text. The lab takes the place of the shell, so that signals reach it.
   *
   * @param command what does one run when its number comes behind
   * @param runs numbers of the runs
   */
  static String of(List<String> command, List<Integer> runs) {
    String numbers = runs.stream().map(String::valueOf).collect(Collectors.joining(" "));
    String words = command.stream().map(ArrayScript::quoted).collect(Collectors.joining(" "));
    return "#!/bin/sh\n"
        + "# Written by lab run --engine slurm: task t of the array does the t-th of these runs.\n"
        + ("set -- " + numbers + "\n")
        + "shift \"$SLURM_ARRAY_TASK_ID\"\n"
        + ("exec " + words + " \"$1\"\n");
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
