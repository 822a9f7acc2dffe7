package org.dynlab.app.slurm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dynlab.store.disk.AtomicFile;
import org.dynlab.store.problem.UserError;

/** {@code slurm/jobs.jsonl}: which job has which runs, so that a later call finds them again. */
final class JobBook {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Path folder;
  private final Path file;

  /** That of the experiment in that folder. */
  JobBook(Path experiment) {
    this.folder = experiment.resolve("slurm");
    this.file = folder.resolve("jobs.jsonl");
  }

  /** Where everything lies that concerns Slurm. */
  Path folder() {
    return folder;
  }

  /** Where tasks leave what they say, attempt after attempt in one file. */
  Path logs() {
    return folder.resolve("logs");
  }

  /** All arrays so far, in the order they were submitted. */
  List<ArrayJob> jobs() {
    List<ArrayJob> jobs = new ArrayList<>();
    for (String line : lines()) {
      try {
        jobs.add(Objects.requireNonNull(MAPPER.readValue(line, ArrayJob.class), "a job"));
      } catch (JsonProcessingException | NullPointerException e) {
        throw new UserError(
            file + ":" + (jobs.size() + 1),
            "must be what docs/run-directory.md says",
            line,
            "delete the file if none of its jobs are in the queue");
      }
    }
    return jobs;
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  void add(ArrayJob job) {
    StringBuilder text = new StringBuilder();
    lines().forEach(line -> text.append(line).append('\n'));
    try {
      text.append(MAPPER.writeValueAsString(job)).append('\n');
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
