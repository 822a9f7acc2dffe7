package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.checkpoint.Checkpoint;
import org.dynlab.store.checkpoint.CheckpointFolder;
import org.dynlab.store.table.MetricTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep on a file system of its own that is really full, or may only be read. */
class FullDiskTest {
  private static final String LAST = "checkpoints/step-000000300.ckpt";

  @TempDir private Path folder;
  private final RecordingConsole console = new RecordingConsole();
  private Path config;
  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    config =
        TinyExperiment.in(
            folder,
            "budget: {steps: 20}",
            "budget: {steps: 300}\ncheckpoints: {everySeconds: 1000, keep: [{every: 100}]}");
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeThat(call("mount", "-t", "tmpfs", "-o", "size=72k", "tmpfs", disk.toString()))
        .as("exit code of mount, which needs the rights of root")
        .isZero();
  }

  @AfterEach
  void unmount() throws Exception {
    call("umount", disk.toString());
  }

  private static int call(String... command) throws Exception {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException absent) {
      return -1;
    }
  }

  private void remount(String options) throws Exception {
    assertThat(call("mount", "-o", "remount," + options, disk.toString())).isZero();
  }

  private int run(Path out) {
    return console.call("run", config.toString(), "--out", out.toString(), "--jobs", "1");
  }

  @Test
  void aFullDiskEndsTheSweepAndTheSameCallFinishesItOnceThereIsRoom() throws Exception {
    assertThat(run(disk)).isEqualTo(3);
    assertThat(console.err().lines().filter(line -> line.contains("the machine failed")))
        .singleElement()
        .asString()
        .matches("lab: the machine failed: cannot write " + disk + "/tiny/000-\\w+/.+: .+");
    assertThat(console.err())
        .endsWith("lab: stopped with 2 of 2 runs left to do; the same call goes on from there\n")
        .doesNotContain("\tat ");
    assertThat(ExperimentDirectory.open(disk.resolve("tiny")).runs())
        .isNotEmpty()
        .allSatisfy(FullDiskTest::isReadableAndNotOver);

    remount("size=16m");
    assertThat(run(disk)).isEqualTo(0);
    assertThat(run(folder)).isEqualTo(0);
    assertThat(ExperimentDirectory.open(folder.resolve("tiny")).runs())
        .hasSize(2)
        .allSatisfy(run -> hasTheBytesOf(run, disk.resolve("tiny")));
  }

  private static void isReadableAndNotOver(RunDirectory run) {
    assertThat(run.manifest().isOver()).isFalse();
    MetricTable metrics = run.metrics();
    assertThat(metrics.steps()).hasSizeLessThan(301);
    for (Path file : new CheckpointFolder(run, step -> true).newestFirst()) {
      assertThat(Checkpoint.read(file).step()).isIn(0L, 100L, 200L, 300L);
    }
  }

  private static void hasTheBytesOf(RunDirectory run, Path experiment) {
    Path other = experiment.resolve(run.path().getFileName());
    for (String file : new String[] {"metrics.csv", LAST}) {
      assertThat(other.resolve(file)).hasSameBinaryContentAs(run.path().resolve(file));
    }
  }

  @Test
  void aDiskThatMayOnlyBeReadIsRefused() throws Exception {
    remount("ro");
    assertThat(run(disk.resolve("runs"))).isEqualTo(2);
    assertThat(console.err())
        .isEqualTo(
            disk.resolve("runs/tiny")
                + ": must be writable, got no right to write in "
                + disk
                + "\n");
  }
}
