package org.dynlab.app.slurm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.dynlab.store.problem.UserError;

/** Hands runs over to Slurm. */
final class Sbatch {
  private final Programs programs;
  private final ArrayRequest request;
  private final JobBook book;
  private final InstantSource clock;

  Sbatch(Programs programs, ArrayRequest request, JobBook book, InstantSource clock) {
    this.programs = programs;
    this.request = request;
    this.book = book;
    this.clock = clock;
  }

  /** Submits one array over these runs and writes it down; a refusal is a user's error. */
  ArrayJob submit(List<Integer> runs) {
    String name = request.experiment().getFileName() + "-" + (book.jobs().size() + 1);
    Path script = script(name, runs);
    Programs.Answer answer = programs.call("sbatch", arguments(name, script, runs.size()));
    if (answer.code() != 0) {
      throw refusal(answer);
    }
    // With several clusters, the name of one stands behind the id.
    String id = answer.out().strip().split(";", -1)[0];
    ArrayJob job = new ArrayJob(id, name, clock.instant().toString(), runs);
    book.add(job);
    return job;
  }

  private Path script(String name, List<Integer> runs) {
    Path script = book.folder().resolve(name + ".sh");
    try {
      Files.createDirectories(book.logs());
      return Files.writeString(script, ArrayScript.of(request.command(), runs));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + script, e);
    }
  }

  private List<String> arguments(String name, Path script, int tasks) {
    String limit = request.atOnce().isPresent() ? "%" + request.atOnce().getAsInt() : "";
    // A percent sign of a folder's name must not begin a pattern.
    String log = book.logs().toString().replace("%", "%%") + "/%A_%a.log";
    List<String> arguments = new ArrayList<>();
    arguments.add("--parsable");
    arguments.add("--job-name=" + name);
    arguments.add("--array=0-" + (tasks - 1) + limit);
    arguments.add("--output=" + log);
    arguments.add("--open-mode=append");
    arguments.add("--requeue");
    arguments.addAll(request.options());
    arguments.add(script.toString());
    return arguments;
  }

  private UserError refusal(Programs.Answer answer) {
    String call = String.join(" ", request.options());
    return new UserError(
        "sbatch" + (call.isEmpty() ? "" : " " + call),
        "must be something Slurm accepts",
        answer.complaint(),
        "sinfo shows partitions and limits");
  }
}
