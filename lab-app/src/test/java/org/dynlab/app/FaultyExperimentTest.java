package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dynlab.app.FaultyDisk.Fault;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.JournalEntry;
import org.dynlab.store.PlannedRun;
import org.dynlab.store.disk.Disk;
import org.dynlab.store.disk.FolderLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher writes, with a disk that refuses one request, or all from one on. */
class FaultyExperimentTest {
  private static final String YAML = "name: a\n";
  private static final List<PlannedRun> PLAN =
      List.of(new PlannedRun(0, "aa", 7, Map.of(), "000-aa"));
  private static final JournalEntry FIRST =
      new JournalEntry("2026-01-02T03:04:05Z", "started", Map.of());
  private static final JournalEntry SECOND =
      new JournalEntry("2026-01-02T03:04:06Z", "ended", Map.of("left", "1"));

  @TempDir private Path temporary;

  private static ExperimentDirectory write(Path folder) {
    ExperimentDirectory experiment = ExperimentDirectory.create(folder, YAML, PLAN);
    return FolderLock.whileHeld(
        folder,
        Duration.ZERO,
        "must be free",
        () -> {
          experiment.note(FIRST);
          experiment.note(SECOND);
          return experiment;
        });
  }

  private static FaultyDisk tried(FaultyDisk disk, Path folder) {
    Disk.StandIn here = Disk.standIn(disk);
    try (here) {
      Throwable thrown = catchThrowable(() -> write(folder));
      disk.refused().ifPresent(refused -> disk.assertTells(thrown));
    }
    return disk;
  }

  @Test
  void whicheverRequestFailsTheNextCallMakesTheExperimentWhole() {
    FaultyDisk sound = tried(FaultyDisk.sound(), temporary.resolve("sound"));
    List<Fault> faults = FaultyDisk.faults(sound.requests());
    assertThat(faults).hasSizeGreaterThan(100);
    for (int i = 0; i < faults.size(); i++) {
      Path folder = temporary.resolve("faulty" + i);
      assertThat(tried(FaultyDisk.with(faults.get(i)), folder).refused()).isPresent();
      write(folder);
      ExperimentDirectory again = ExperimentDirectory.open(folder);
      assertThat(again.experimentYaml()).isEqualTo(YAML);
      assertThat(again.planned()).isEqualTo(PLAN);
      assertThat(again.journal()).as(faults.get(i).toString()).endsWith(FIRST, SECOND);
    }
  }
}
