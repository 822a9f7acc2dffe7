package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/clusters.md shows is run here, on a smaller experiment of the same name. */
class ClustersPageTest {
  private static final Path PAGE = Path.of("..", "docs", "clusters.md");
  private static final String PLAN_CALL = "./lab run configs/grokking.yaml --engine none\n";

  @TempDir private Path folder;

  @BeforeEach
  void makeTheLabAndItsExperiment() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classPath = System.getProperty("java.class.path");
    Path lab = folder.resolve("lab");
    Files.writeString(
        lab, "#!/bin/sh\nexec " + java + " -cp '" + classPath + "' org.dynlab.app.Lab \"$@\"\n");
    Files.setPosixFilePermissions(lab, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path tiny = TinyExperiment.in(folder, "name: tiny", "name: grokking");
    Files.move(tiny, Files.createDirectory(folder.resolve("configs")).resolve("grokking.yaml"));
  }

  private static String block(String beginning) throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(beginning);
    assertThat(from).isPositive();
    return page.substring(from, page.indexOf("```", from));
  }

  private void shell(String commands, String... environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-e", "-c", commands)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile());
    for (int i = 0; i < environment.length; i += 2) {
      builder.environment().put(environment[i], environment[i + 1]);
    }
    assertThat(builder.start().waitFor()).as(() -> said()).isEqualTo(0);
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("said.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private List<Outcome> outcomes() {
    return ExperimentDirectory.open(folder.resolve("runs/grokking")).runs().stream()
        .map(run -> run.manifest().ending().outcome())
        .toList();
  }

  @Test
  void theLinesForGnuParallelDoAllRuns() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/parallel")), "parallel is not installed");
    shell(block(PLAN_CALL + "parallel").replace("{0..4}", "{0..1}"));
    assertThat(outcomes()).containsExactly(Outcome.COMPLETED, Outcome.COMPLETED);
    assertThat(said()).contains("PASS  the loss is small in the end");
  }

  @Test
  void theCommandOfTheIndexedJobDoesTheRunOfItsIndex() throws Exception {
    JsonNode job = new YAMLMapper().readTree(block("apiVersion: batch/v1"));
    assertThat(job.at("/spec/completionMode").asText()).isEqualTo("Indexed");
    JsonNode container = job.at("/spec/template/spec/containers/0");
    List<String> words = new ArrayList<>();
    container.path("command").forEach(word -> words.add(word.asText()));
    assertThat(words).containsExactly("/bin/sh", "-c");
    shell(PLAN_CALL + container.at("/args/0").asText(), "JOB_COMPLETION_INDEX", "1");
    assertThat(outcomes()).containsExactly(Outcome.COMPLETED);
    assertThat(said()).contains("run 001, seed 1: completed");
  }
}
