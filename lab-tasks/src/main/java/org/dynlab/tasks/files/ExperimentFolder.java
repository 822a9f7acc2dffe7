package org.dynlab.tasks.files;

import java.nio.file.Path;

/**
 * The folder of the experiment file, which relative paths inside that file start from: a table
 * beside the YAML file is named by its file name alone, wherever {@code lab} is called from. The
 * launcher passes it to the processes that train in a system property, so that descriptions of runs
 * do not depend on the machine; without it paths start from the working folder.
 */
public final class ExperimentFolder {
  /** The system property that holds the folder, absolute. */
  public static final String PROPERTY = "lab.experiment";

  private ExperimentFolder() {}

  /** The absolute path of a file that the experiment names. */
  public static Path resolve(String file) {
    return Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath().resolve(file).normalize();
  }
}
