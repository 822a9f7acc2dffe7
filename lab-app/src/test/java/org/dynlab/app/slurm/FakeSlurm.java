package org.dynlab.app.slurm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Programs with Slurm's names that say what a test wants, and note how they were called. */
final class FakeSlurm {
  private final Path folder;

  FakeSlurm(Path folder) {
    this.folder = folder;
  }

  /** Makes a program that runs those lines of shell. */
  FakeSlurm with(String program, String... lines) throws IOException {
    String note = "#!/bin/sh\necho \"$(basename \"$0\") $*\" >>'" + folder + "/calls.txt'\n";
    Path file = folder.resolve(program);
    Files.writeString(file, note + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return this;
  }

  Programs programs() {
    return new Programs(Optional.of(folder), Duration.ofSeconds(20));
  }

  Programs impatient() {
    return new Programs(Optional.of(folder), Duration.ofMillis(300));
  }

  /** The calls so far. */
  List<String> calls() throws IOException {
    return Files.readAllLines(folder.resolve("calls.txt"));
  }
}
