package org.dynlab.app.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dynlab.tasks.files.DataFolders;
import org.dynlab.tasks.files.ExperimentFolder;

/**
 * Where the files lie that tasks read, as worker processes are told.
 *
 * @param experiment folder of the experiment file
 * @param data {@code --data-dir}, if it was given
 */
public record InputFolders(Path experiment, Optional<Path> data) {

  /** The folders for that experiment file. */
  public static InputFolders of(Path config, Optional<Path> dataDir) {
    return new InputFolders(config.toAbsolutePath().getParent(), dataDir.map(Path::toAbsolutePath));
  }

  /** The same for another process, as options of its Java. */
  public List<String> options() {
    List<String> options = new ArrayList<>();
    options.add("-D" + ExperimentFolder.PROPERTY + "=" + experiment);
    data.ifPresent(folder -> options.add("-D" + DataFolders.PROPERTY + "=" + folder));
    return options;
  }
}
