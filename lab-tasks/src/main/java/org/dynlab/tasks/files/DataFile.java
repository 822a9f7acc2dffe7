package org.dynlab.tasks.files;

import java.nio.file.Path;
import java.util.Optional;

/** One file of a public data set, whose content is known beforehand. */
public interface DataFile {

  /** The file's name as it is downloaded. */
  String downloadName();

  /** The file in that folder, in any of the forms in which it may lie there. */
  Optional<Path> in(Path folder);

  /** Checks that a file is this one, byte for byte; otherwise a user's error says what is wrong. */
  void check(Path file);
}
