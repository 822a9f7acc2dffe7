package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.PlannedRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Launcher and workers are killed ({@code kill -9}) again and again at random moments of a sweep;
 * the same call then leaves the bytes of a sweep that nobody disturbed. Numbers of kills and runs,
 * and the seed: {@code -Dkills=200 -DkilledRuns=40 -DkillSeed=1}.
 */
@Tag("slow")
class KillTest {
  private static final int KILLS = Integer.getInteger("kills", 10);
  private static final int RUNS = Integer.getInteger("killedRuns", 8);
  private static final int EARLIEST_MILLIS = 500;
  private static final int LATEST_MILLIS = 6000;

  @TempDir private Path folder;
  private final Random random = new Random(Integer.getInteger("killSeed", 1));
  private int killed;

  /** Whom the next signal hits. */
  private enum Victim {
    WORKER,
    LAUNCHER,
    ALL
  }

  private Process launch(Path out) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Lab.class.getName()));
    command.addAll(List.of("run", folder.resolve("tiny.yaml").toString()));
    command.addAll(List.of("--jobs", "2", "--out", out.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("said.txt").toFile()))
        .start();
  }

  /** Works on a sweep until it is done, killing as long as there are kills left. */
  private void finish(Path out) throws Exception {
    Process launcher = launch(out);
    while (launcher.isAlive() || launcher.exitValue() != 0) {
      if (!launcher.isAlive()) {
        launcher = launch(out);
      }
      int pause = EARLIEST_MILLIS + random.nextInt(LATEST_MILLIS - EARLIEST_MILLIS);
      boolean ended = launcher.waitFor(pause, TimeUnit.MILLISECONDS);
      if (!ended && killed < KILLS) {
        kill(launcher, Victim.values()[random.nextInt(3)]);
        killed++;
      }
    }
  }

  private void kill(Process launcher, Victim victim) throws InterruptedException {
    List<ProcessHandle> workers = launcher.descendants().toList();
    if (victim != Victim.WORKER) {
      launcher.destroyForcibly().waitFor();
    }
    if (victim == Victim.ALL) {
      workers.forEach(ProcessHandle::destroyForcibly);
    } else if (victim == Victim.WORKER && !workers.isEmpty()) {
      workers.get(random.nextInt(workers.size())).destroyForcibly();
    }
  }

  @Test
  void whatIsKilledGoesOnAndLeavesTheSameBytes() throws Exception {
    Path config = TinyExperiment.in(folder, "seeds: 2", "seeds: " + RUNS);
    String yaml = Files.readString(config).replace("steps: 20", "steps: 6000");
    Files.writeString(config, yaml + "checkpoints: {everySeconds: 0.2, keep: [phases]}\n");
    Path calm = folder.resolve("calm");
    Process undisturbed = launch(calm);
    assertThat(undisturbed.waitFor()).as(said()).isZero();

    for (int round = 0; killed < KILLS; round++) {
      Path out = folder.resolve("killed" + round);
      finish(out);
      assertSameBytes(calm.resolve("tiny"), out.resolve("tiny"));
    }
    assertThat(killed).isEqualTo(KILLS);
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said.txt"));
  }

  private static void assertSameBytes(Path expected, Path actual) {
    List<PlannedRun> planned = ExperimentDirectory.open(expected).planned();
    assertThat(planned).hasSize(RUNS);
    for (PlannedRun run : planned) {
      for (String file :
          List.of("metrics.csv", "columns.csv", checkpoint(6000), checkpoint(3000))) {
        assertThat(actual.resolve(run.folder()).resolve(file))
            .hasSameBinaryContentAs(expected.resolve(run.folder()).resolve(file));
      }
    }
  }

  private static String checkpoint(long step) {
    return String.format(java.util.Locale.ROOT, "checkpoints/step-%09d.ckpt", step);
  }
}
