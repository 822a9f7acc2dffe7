package org.dynlab.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.dynlab.store.disk.Folders;
import org.dynlab.store.table.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The directory under {@code golden/run-format-1} was written once by {@link SampleRun} and read by
 * eye. It stays as it is for as long as format 1 is read; a new format gets a directory of its own.
 */
class GoldenRunTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/run-format-1");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "columns.csv", "metrics.csv", "timing.csv"})
  void theWriterMakesTheGoldenBytes(String file) {
    SampleRun.write(folder);
    assertThat(folder.resolve(file)).hasSameBinaryContentAs(GOLDEN.resolve(file));
  }

  @Test
  void theWriterMakesNoOtherFiles() {
    SampleRun.write(folder);
    assertThat(Folders.entries(folder).stream().map(p -> p.getFileName().toString()))
        .containsExactly("columns.csv", "manifest.json", "metrics.csv", "timing.csv");
  }

  @ParameterizedTest
  @CsvSource({"ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "fr-FR", "tr-TR"})
  void theBytesAreTheSameInEveryLanguage(String language) throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(language));
    try {
      SampleRun.write(folder);
      for (Path golden : Folders.entries(GOLDEN)) {
        assertThat(Files.readAllBytes(folder.resolve(golden.getFileName())))
            .isEqualTo(Files.readAllBytes(golden));
      }
      assertThat(RunDirectory.open(folder).manifest().ending().outcome())
          .isEqualTo(Outcome.COMPLETED);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theReaderFindsWhatWasWritten() {
    RunDirectory run = RunDirectory.open(GOLDEN);
    Ending ending = new Ending(Outcome.COMPLETED, "the budget of 1000 steps", 1000);
    assertThat(run.manifest())
        .isEqualTo(SampleRun.manifest(3).ended(ending, "2026-01-02T03:05:06Z", Optional.empty()));
    assertThat(run.columns()).isEqualTo(SampleRun.COLUMNS);
    assertThat(run.metrics().torn()).isFalse();
    assertThat(run.metrics().steps()).containsExactly(SampleRun.STEPS);
    assertThat(run.metrics().series("train.loss").values())
        .containsExactly(4.574710978503383, 1.0E-4, Double.NaN, Double.POSITIVE_INFINITY, 4.9E-324);
    Series sparse = run.metrics().series("eval.accuracy");
    assertThat(sparse.steps()).containsExactly(0, 2, 1000);
    assertThat(sparse.values()).containsExactly(0.010309278350515464, 1.0, 0.99);
    assertThat(run.timing().names()).containsExactly("update", "epsilonRank");
    assertThat(run.timing().seconds("epsilonRank")).isEqualTo(8.0625);
    assertThat(run.timing().wallSeconds()).isEqualTo(61.5);
    assertThat(run.timing().step()).isEqualTo(1000);
  }
}
