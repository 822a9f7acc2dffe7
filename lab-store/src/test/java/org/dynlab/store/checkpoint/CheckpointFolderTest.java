package org.dynlab.store.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dynlab.store.Manifest;
import org.dynlab.store.Provenance;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.table.Column;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {

  @TempDir Path folder;
  private RunDirectory run;

  @BeforeEach
  void begin() {
    Provenance provenance =
        new Provenance("v", false, "jvm", "os", "cpu", "b", "n", "blas", 1, "host", Map.of());
    Manifest manifest =
        new Manifest(
            Manifest.CURRENT_FORMAT,
            0,
            "sample",
            "5f2c9a01",
            0,
            Map.of(),
            JsonNodeFactory.instance.objectNode(),
            provenance,
            List.of(),
            "2026-01-02T03:04:05Z",
            List.of(),
            "",
            null,
            null);
    run =
        RunDirectory.create(
            folder.resolve("run"), manifest, List.of(new Column("train.loss", "nat", "loss", "")));
  }

  private static boolean ten(long step) {
    return step % 10 == 0;
  }

  private static Checkpoint at(long step) {
    return new Checkpoint("5f2c9a01", step, List.of(), Map.of())
        .with("parameters", new double[] {step});
  }

  private List<Long> there(CheckpointFolder checkpoints) {
    return checkpoints.newestFirst().stream().map(file -> Checkpoint.read(file).step()).toList();
  }

  @Test
  void theNewestTwoAndThoseKeptStay() {
    CheckpointFolder checkpoints = new CheckpointFolder(run, CheckpointFolderTest::ten);
    assertThat(checkpoints.newestFirst()).isEmpty();
    for (long step : new long[] {3, 10, 12, 20, 25, 1_000_000_000_000L}) {
      checkpoints.add(at(step));
    }
    assertThat(there(checkpoints)).containsExactly(1_000_000_000_000L, 25L, 20L, 10L);
  }

  @Test
  void goingOnForgetsWhatCameLaterAndTidiesUpAsBefore() throws IOException {
    CheckpointFolder before = new CheckpointFolder(run, CheckpointFolderTest::ten);
    for (long step : new long[] {10, 12, 14}) {
      before.add(at(step));
    }
    Path newest = before.newestFirst().get(0);
    Files.writeString(newest, "torn");
    CheckpointFolder after = new CheckpointFolder(run, CheckpointFolderTest::ten);
    after.goOnFrom(Checkpoint.read(after.newestFirst().get(1)));
    assertThat(newest).doesNotExist();
    assertThat(there(after)).containsExactly(12L, 10L);
    after.add(at(13));
    after.add(at(14));
    assertThat(there(after)).containsExactly(14L, 13L, 10L);
  }
}
