package org.dynlab.app.slurm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Slurm's own programs. They wait long for a controller that does not answer: each call has a limit
 * here.
 *
 * @param folder where they lie; those on the {@code PATH} if it is empty
 * @param limit the longest a call may take
 */
record Programs(Optional<Path> folder, Duration limit) {
  private static final int SIGNAL = 128;
  private static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

  /** Those on the {@code PATH}. */
  static Programs onPath() {
    return new Programs(Optional.empty(), USUAL_LIMIT);
  }

  /**
   * What a program has answered.
   *
   * @param code its exit code
   */
  record Answer(int code, String out, String err) {

    /** What it said to standard error as one line, without its name in front. */
    String complaint() {
      return err.lines()
          .map(line -> line.replaceFirst("^\\w+: (error: |fatal: )?", "").strip())
          .filter(line -> !line.isEmpty())
          .distinct()
          .collect(Collectors.joining("; "));
    }

    /** Whether it could not reach the controller, so that asking later may help. */
    boolean unreachable() {
      return code != 0
          && Stream.of("contact slurm controller", "timed out", "Connection refused")
              .anyMatch(err::contains);
    }
  }

  /** Calls one; what keeps it from answering is the machine's failure. */
  Answer call(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(folder.map(path -> path.resolve(program).toString()).orElse(program));
    command.addAll(arguments);
    try {
      Path out = Files.createTempFile(program, ".out");
      Path err = Files.createTempFile(program, ".err");
      try {
        return answer(command, out, err);
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot ask Slurm", e);
    }
  }

  private Answer answer(List<String> command, Path out, Path err) throws IOException {
    Process process = start(command, out, err);
    int code = await(process, command.get(0), err);
    Answer answer = new Answer(code, Files.readString(out), Files.readString(err));
    if (code > SIGNAL) {
      throw new IOException(command.get(0) + " was ended by signal " + (code - SIGNAL));
    } else if (answer.unreachable()) {
      throw new IOException(command.get(0) + ": " + answer.complaint());
    }
    return answer;
  }

  private static Process start(List<String> command, Path out, Path err) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IOException(
          "there is no " + command.get(0) + " on the PATH; is Slurm installed here?", e);
    }
  }

  private int await(Process process, String program, Path err) throws IOException {
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      String said = new Answer(0, "", Files.readString(err)).complaint();
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s has not answered for %s s%s",
              program,
              BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString(),
              said.isEmpty() ? "" : ": " + said));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + program, e);
    } finally {
      process.destroyForcibly();
    }
  }
}
