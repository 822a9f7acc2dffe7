package org.dynlab.app.worker;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dynlab.app.pruning.Pruner;
import org.dynlab.app.version.CodeVersion;
import org.dynlab.app.vocabulary.Vocabulary;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.dynlab.core.experiment.RunDescription;
import org.dynlab.core.train.Progress;
import org.dynlab.core.train.Surroundings;
import org.dynlab.core.train.TrainingRun;
import org.dynlab.store.Provenance;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/**
 * A process that trains what it is assigned, run after run, until its input ends; then it stops the
 * run at hand as interrupted. It does the same when it is asked to terminate by a signal.
 */
public final class Worker {
  /** Exit status of a worker whose memory was used up; Java's own choice for its heap. */
  static final int OUT_OF_MEMORY = 3;

  private static final long LONGEST_GOODBYE_SECONDS = 20;

  private final PrintStream answers;
  private final BlockingQueue<Optional<Assignment>> assignments = new LinkedBlockingQueue<>();
  private final AtomicBoolean stop = new AtomicBoolean();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExperimentLanguage language = Vocabulary.language();

  private Worker(PrintStream answers) {
    this.answers = answers;
  }

  /** Reads assignments from standard input. */
  public static void main(String[] args) {
    PrintStream answers =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    // Libraries may print; the launcher reads this stream.
    System.setOut(System.err);
    Worker worker = new Worker(answers);
    worker.listen();
    Runtime.getRuntime().addShutdownHook(new Thread(worker::goodbye, "goodbye"));
    worker.work();
    worker.over.countDown();
    // Threads of libraries must not keep the process alive.
    System.exit(0);
  }

  private void listen() {
    Thread listener = new Thread(this::readAssignments, "assignments");
    listener.setDaemon(true);
    listener.start();
  }

  private void readAssignments() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        assignments.add(Optional.of(JsonLine.parse(line, Assignment.class).orElseThrow()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      stop.set(true);
      assignments.add(Optional.empty());
    }
  }

  private void goodbye() {
    stop.set(true);
    assignments.add(Optional.empty());
    try {
      boolean unused = over.await(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    CodeVersion version = CodeVersion.current();
    Provenance provenance = Surroundings.provenance(version.text(), version.dirty());
    try {
      for (Optional<Assignment> next = assignments.take();
          next.isPresent() && !stop.get();
          next = assignments.take()) {
        answer(carryOut(next.get(), provenance));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Message carryOut(Assignment assignment, Provenance provenance) {
    long begin = System.nanoTime();
    Progress progress =
        new ReportingProgress(this::answer, stop, System::nanoTime, assignment.limitNanos());
    try {
      RunDescription description = language.run(assignment.spec());
      TrainingRun run =
          new TrainingRun(assignment.run(), description, provenance, InstantSource.system());
      description.pruning().ifPresent(p -> run.oversee(columns -> Pruner.of(p, columns)));
      return Message.Ended.of(
          run.execute(Path.of(assignment.folder()), progress), (System.nanoTime() - begin) * 1e-9);
    } catch (UserError error) {
      return new Message.Refused(error.problems().stream().map(Problem::line).toList());
    } catch (UncheckedIOException e) {
      return new Message.Broken(e.getMessage() + ": " + e.getCause().getMessage());
    } catch (OutOfMemoryError e) {
      // What else this process holds cannot be trusted any more; another one takes its place.
      e.printStackTrace();
      Runtime.getRuntime().halt(OUT_OF_MEMORY);
      throw e;
    }
  }

  private void answer(Message message) {
    synchronized (answers) {
      answers.println(JsonLine.of(message));
      answers.flush();
    }
  }
}
