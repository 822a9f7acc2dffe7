package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.dynlab.app.vocabulary.ClaimArms;
import org.dynlab.app.vocabulary.MeasuredColumns;
import org.dynlab.app.vocabulary.StandardProbe;
import org.dynlab.app.vocabulary.Vocabulary;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.core.experiment.Expansion;
import org.dynlab.core.experiment.ExperimentFile;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A damaged experiment is refused, or means the same runs when it is read again as resolved. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class DamagedExperimentTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private final ExperimentLanguage language = Vocabulary.language();

  @TempDir private Path folder;

  private String whole(String file) throws IOException {
    return Files.readString(file.equals("tiny") ? TinyExperiment.in(folder) : Path.of("..", file));
  }

  @ParameterizedTest
  @CsvSource({"tiny, 1000", "configs/adam-vs-wand.yaml, 50"})
  void damagedExperimentsAreReadAsTheyStandOrRefused(String file, int cases) throws IOException {
    readDamaged(whole(file), cases);
  }

  @ParameterizedTest
  @CsvSource({"tiny, 10000", "configs/adam-vs-wand.yaml, 200"})
  @Tag("slow")
  void moreDamagedExperimentsAreReadAsTheyStandOrRefused(String file, int cases)
      throws IOException {
    readDamaged(whole(file), cases);
  }

  private void readDamaged(String whole, int cases) {
    SplittableRandom random = new SplittableRandom(3);
    int refused = 0;
    for (int i = 0; i < cases; i++) {
      String text = DamagedText.of(whole, random);
      long before = THREADS.getCurrentThreadCpuTime();
      try {
        Expansion read = expand(text);
        assertThat(hashes(expand(read.resolved()))).isEqualTo(hashes(read));
      } catch (UserError error) {
        assertThat(error.getMessage().lines()).hasSameSizeAs(error.problems());
        refused++;
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("case " + i + ":\n" + text, e);
      }
      assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before)).isLessThan(LONGEST);
    }
    assertThat(refused).isBetween(1, cases - 1);
  }

  private Expansion expand(String text) {
    ExperimentFile file = ExperimentFile.of(new YamlSource("a.yaml", text), List.of());
    Expansion expansion = StandardProbe.expand(file, language);
    MeasuredColumns.check(file.name(), expansion, language);
    ClaimArms.check(file.name(), expansion);
    return expansion;
  }

  private static List<String> hashes(Expansion expansion) {
    return expansion.runs().stream().map(RunSpec::hash).toList();
  }
}
