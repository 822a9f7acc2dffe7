package org.dynlab.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dynlab.app.FaultyDisk.Fault;
import org.dynlab.app.FaultyDisk.Request;
import org.dynlab.core.instrument.Fit;
import org.dynlab.core.train.Progress;
import org.dynlab.store.Ending;
import org.dynlab.store.Outcome;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.checkpoint.Checkpoint;
import org.dynlab.store.disk.Disk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whichever request to the disk fails, the run ends in a failure of the machine that names the
 * file, leaves checkpoints that are whole, and the next attempt comes to the same bytes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultyDiskTest {
  private static final OneRun RUN =
      OneRun.of(
              "{kind: modularArithmetic, operation: add, modulus: 5, trainFraction: 0.5}",
              "{kind: mlp, hidden: [4]}")
          .with("checkpoints", "{everySeconds: 1000, keep: [{at: [4]}]}");
  private static final String METRICS = "metrics.csv";
  private static final String LAST = "checkpoints/step-000000012.ckpt";
  private static final String DAMAGE = "torn";

  private Path temporary;
  private Path whole;
  private int folders;

  /** What a run finds, and how it goes on if no request fails. */
  private enum Attempt {
    FIRST(Outcome.COMPLETED),
    /** Broken off before its first checkpoint. */
    FROM_THE_START(Outcome.COMPLETED),
    /** Broken off behind a checkpoint. */
    FROM_A_CHECKPOINT(Outcome.COMPLETED),
    /** Broken off behind a checkpoint that was damaged since. */
    BESIDE_A_DAMAGED_ONE(Outcome.COMPLETED),
    /** Broken off behind a checkpoint, and something that is not the disk will break at step 9. */
    THAT_FAILS(Outcome.FAILED);

    private final Outcome outcome;

    Attempt(Outcome outcome) {
      this.outcome = outcome;
    }

    void prepare(Path folder) throws IOException {
      if (this != FIRST) {
        Progress gone = breakingAt(this == FROM_THE_START ? 2 : 7, new Gone());
        assertThat(catchThrowable(() -> RUN.execute(folder, gone))).isInstanceOf(Gone.class);
      }
      if (this == BESIDE_A_DAMAGED_ONE) {
        Files.writeString(folder.resolve("checkpoints/step-000000004.ckpt"), DAMAGE);
      }
    }

    Ending execute(Path folder) {
      return RUN.execute(
          folder,
          this == THAT_FAILS
              ? breakingAt(9, new IllegalStateException("not the disk"))
              : Progress.silent());
    }
  }

  /** The process is gone: nothing of the lab catches this. */
  private static final class Gone extends Error {
    private static final long serialVersionUID = 1;
  }

  private static Progress breakingAt(long last, Throwable how) {
    return new Progress() {
      @Override
      public void at(long step, long steps, Fit train, double evalAccuracy) {
        if (step == last) {
          FaultyDiskTest.<RuntimeException>raise(how);
        }
      }

      @Override
      public void noted(String note) {}

      @Override
      public boolean stopRequested() {
        return false;
      }
    };
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> void raise(Throwable any) throws T {
    throw (T) any;
  }

  @BeforeAll
  void neverDisturbed(@TempDir Path shared) {
    temporary = shared;
    whole = temporary.resolve("whole");
    assertThat(RUN.execute(whole, Progress.silent()).outcome()).isEqualTo(Outcome.COMPLETED);
  }

  /** What the attempt finds, in a folder of its own. */
  private Path folder(Attempt attempt) throws IOException {
    Path prepared = temporary.resolve(attempt.name());
    if (!Files.exists(prepared)) {
      attempt.prepare(Files.createDirectory(prepared));
    }
    Path folder = temporary.resolve("run" + folders++);
    try (Stream<Path> files = Files.walk(prepared)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(prepared.relativize(file).toString()));
      }
    }
    return folder;
  }

  private Stream<Arguments> faults(
      List<Attempt> attempts, Function<List<Request>, List<Fault>> choice) throws IOException {
    Stream.Builder<Arguments> all = Stream.builder();
    for (Attempt attempt : attempts) {
      Path folder = folder(attempt);
      FaultyDisk disk = FaultyDisk.sound();
      Disk.StandIn here = Disk.standIn(disk);
      try (here) {
        assertThat(attempt.execute(folder).outcome()).isEqualTo(attempt.outcome);
      }
      for (Fault fault : choice.apply(disk.requests())) {
        Request request = disk.requests().get(fault.request());
        all.add(Arguments.of(attempt, fault, folder.relativize(request.path())));
      }
    }
    return all.build();
  }

  Stream<Arguments> someFaults() throws IOException {
    return faults(List.of(Attempt.FIRST, Attempt.FROM_A_CHECKPOINT), FaultyDisk::someFaults);
  }

  Stream<Arguments> allFaults() throws IOException {
    return faults(List.of(Attempt.values()), FaultyDisk::faults);
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @MethodSource("allFaults")
  @Tag("slow")
  void whateverFails(Attempt attempt, Fault fault, Path about) throws IOException {
    aRunThatTheDiskFailsSaysSoAndGoesOnExactly(attempt, fault, about);
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @MethodSource("someFaults")
  void aRunThatTheDiskFailsSaysSoAndGoesOnExactly(Attempt attempt, Fault fault, Path about)
      throws IOException {
    Path folder = folder(attempt);
    FaultyDisk disk = FaultyDisk.with(fault);
    Throwable thrown;
    Disk.StandIn here = Disk.standIn(disk);
    try (here) {
      thrown = catchThrowable(() -> attempt.execute(folder));
    }

    // A slow machine may write its rows in other portions than when the requests were counted.
    if (disk.refused().isPresent()) {
      disk.assertTells(thrown);
    }
    checkpointsAreWhole(folder);
    if (!isCompleted(folder)) {
      assertThat(RUN.execute(folder, Progress.silent()).outcome()).isEqualTo(Outcome.COMPLETED);
    }
    assertThat(folder.resolve(METRICS)).hasSameBinaryContentAs(whole.resolve(METRICS));
    assertThat(folder.resolve(LAST)).hasSameBinaryContentAs(whole.resolve(LAST));
    checkpointsAreWhole(folder);
  }

  private static boolean isCompleted(Path folder) {
    if (!RunDirectory.isRun(folder)) {
      return false;
    }
    Ending ending = RunDirectory.open(folder).manifest().ending();
    return ending != null && ending.outcome() == Outcome.COMPLETED;
  }

  private static void checkpointsAreWhole(Path folder) throws IOException {
    Path checkpoints = folder.resolve(RunDirectory.CHECKPOINTS);
    if (!Files.exists(checkpoints)) {
      return;
    }
    try (Stream<Path> found = Files.list(checkpoints)) {
      for (Path file : found.toList()) {
        boolean unfinished = file.toString().endsWith(".tmp");
        if (!unfinished && !new String(Files.readAllBytes(file), ISO_8859_1).equals(DAMAGE)) {
          assertThat(Checkpoint.read(file).step()).isIn(4L, 12L);
        }
      }
    }
  }
}
