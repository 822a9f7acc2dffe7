package org.dynlab.app.slurm;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * What is asked of Slurm for the runs of an experiment.
 *
 * @param experiment the experiment's folder, which all nodes must see
 * @param command what does one run when its number comes behind
 * @param options of {@code sbatch}, e.g. {@code --partition=long}
 * @param atOnce how many runs may be at work at once; no limit if empty
 */
public record ArrayRequest(
    Path experiment, List<String> command, List<String> options, OptionalInt atOnce) {

  /** Makes the folder absolute, copies the lists. */
  public ArrayRequest {
    experiment = experiment.toAbsolutePath().normalize();
    command = List.copyOf(command);
    options = List.copyOf(options);
  }
}
