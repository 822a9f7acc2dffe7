package org.dynlab.app.worker;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dynlab.core.experiment.RunSpec;

/** The near end of a worker. One thread talks to it; any thread may ask it to stop. */
public final class WorkerProcess implements Closeable {
  private static final long PATIENCE_SECONDS = 30;
  private static final int SIGNAL = 128;

  private final Process process;
  private final Path log;
  private final Writer in;
  private final BufferedReader out;

  WorkerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Its process number. */
  public long pid() {
    return process.pid();
  }

  /** The file with what it wrote to standard error. */
  public Path log() {
    return log;
  }

  /** Gives it a run to do. A worker that is gone does not hear it: {@link #receive} will tell. */
  public void assign(RunSpec run, Path folder) {
    assign(Assignment.of(run, folder, null));
  }

  /** The same, to be left interrupted after that time of training. */
  public void assign(RunSpec run, Path folder, double seconds) {
    assign(Assignment.of(run, folder, seconds));
  }

  private void assign(Assignment assignment) {
    try {
      in.write(JsonLine.of(assignment) + "\n");
      in.flush();
    } catch (IOException e) {
      requestStop();
    }
  }

  /** Waits for its next message; nothing once it is gone. */
  public Optional<Message> receive() {
    try {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        Optional<Message> message = JsonLine.parse(line, Message.class);
        if (message.isPresent()) {
          return message;
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot hear a worker process", e);
    }
  }

  /** Asks it to stop the run at hand and to go. */
  public void requestStop() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroy();
    }
  }

  /** Ends it where it stands. */
  public void kill() {
    process.destroyForcibly();
  }

  /** Whether it is there. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until it is gone and says how it went, e.g. {@code killed by signal 9}. */
  public String farewell() {
    awaitExit();
    int status = process.exitValue();
    if (status == Worker.OUT_OF_MEMORY) {
      return "ran out of memory (fewer --jobs leave more for each)";
    }
    return status > SIGNAL ? "killed by signal " + (status - SIGNAL) : "ended with " + status;
  }

  private void awaitExit() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Stops it and waits until it is gone. A log without a word goes too. */
  @Override
  public void close() {
    requestStop();
    awaitExit();
    try {
      if (Files.size(log) == 0) {
        Files.delete(log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tidy " + log, e);
    }
  }
}
