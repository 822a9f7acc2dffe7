package org.dynlab.tasks.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.RealTargets;
import org.dynlab.core.task.TaskData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {
  private static final SeedTree SEEDS = new SeedTree(1);
  private static final String POINTS =
      """
      x,y,kind,part
      1,10,b,train
      2,20,a,eval
      3,60,a,train
      """;

  @TempDir private Path folder;

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("points.csv"), text).toString();
  }

  private static CsvTable byColumn(String file, String label, boolean standardise) {
    return new CsvTable(
        file,
        List.of(),
        Optional.of(label),
        List.of(),
        Optional.empty(),
        Optional.of("part"),
        standardise,
        Delimiter.COMMA);
  }

  private static CsvTable bySeed(String file, List<String> target, double share) {
    return new CsvTable(
        file,
        List.of(),
        Optional.empty(),
        target,
        Optional.of(share),
        Optional.empty(),
        false,
        Delimiter.COMMA);
  }

  private static double[] values(Examples examples) {
    DenseFeatures features = (DenseFeatures) examples.features();
    int width = features.width();
    return IntStream.range(0, features.rows() * width)
        .mapToDouble(i -> features.value(i / width, i % width))
        .toArray();
  }

  private static int[] labels(Examples examples) {
    ClassTargets targets = (ClassTargets) examples.targets();
    return IntStream.range(0, targets.rows()).map(targets::label).toArray();
  }

  @Test
  void aColumnSaysWhatIsTrainedOnAndClassesAreSorted() throws IOException {
    TaskData data = byColumn(file(POINTS), "kind", false).prepare(SEEDS);
    assertThat(values(data.train())).containsExactly(1, 10, 3, 60);
    assertThat(labels(data.train())).containsExactly(1, 0);
    assertThat(values(data.eval())).containsExactly(2, 20);
    assertThat(labels(data.eval())).containsExactly(0);
    assertThat(((ClassTargets) data.train().targets()).classes()).isEqualTo(2);
  }

  /** x over the train rows: mean 2, deviation 1; y: mean 35, deviation 25. */
  @Test
  void standardisingUsesTheStatisticsOfTheTrainRowsAlone() throws IOException {
    TaskData data = byColumn(file(POINTS), "kind", true).prepare(SEEDS);
    assertThat(values(data.train())).containsExactly(-1, -1, 1, 1);
    assertThat(values(data.eval())).containsExactly(0, -0.6);
  }

  @Test
  void aConstantColumnIsOnlyCentred() throws IOException {
    String constant = POINTS.replace("3,60", "1,60");
    TaskData data = byColumn(file(constant), "kind", true).prepare(SEEDS);
    assertThat(values(data.train())).containsExactly(0, -1, 0, 1);
    assertThat(values(data.eval())).containsExactly(1, -0.6);
  }

  @Test
  void numbersAreSortedAsNumbersAndEqualOnesAreOneClass() throws IOException {
    String numbers =
        POINTS.replace(",b,", ",10,").replace("20,a", "20,9").replace("60,a", "60,9.0");
    TaskData data = byColumn(file(numbers), "kind", false).prepare(SEEDS);
    assertThat(labels(data.train())).containsExactly(1, 0);
    assertThat(labels(data.eval())).containsExactly(0);
  }

  @Test
  void featuresComeInTheOrderInWhichTheyAreNamed() throws IOException {
    CsvTable task =
        new CsvTable(
            file(POINTS),
            List.of("y", "x"),
            Optional.of("kind"),
            List.of(),
            Optional.empty(),
            Optional.of("part"),
            false,
            Delimiter.COMMA);
    assertThat(values(task.prepare(SEEDS).train())).containsExactly(10, 1, 60, 3);
  }

  @Test
  void targetColumnsAreNumbersToBeMet() throws IOException {
    String text = "a,b,c\n1,2,3\n4,5,6\n7,8,9\n10,11,12\n";
    TaskData data = bySeed(file(text), List.of("c", "a"), 0.75).prepare(SEEDS);
    assertThat(data.train().rows()).isEqualTo(3);
    for (Examples examples : List.of(data.train(), data.eval())) {
      RealTargets targets = (RealTargets) examples.targets();
      assertThat(targets.width()).isEqualTo(2);
      assertThat(targets.judged()).isFalse();
      for (int i = 0; i < examples.rows(); i++) {
        assertThat(targets.value(i, 0)).isEqualTo(values(examples)[i] + 1);
        assertThat(targets.value(i, 1)).isEqualTo(values(examples)[i] - 1);
      }
    }
  }

  @Test
  void aSeedSplitsTheRowsInTwoAndAnotherSeedOtherwise() throws IOException {
    String text =
        "x,y\n" + String.join("\n", IntStream.range(0, 100).mapToObj(i -> i + "," + i).toList());
    CsvTable task = bySeed(file(text), List.of("y"), 0.29);
    TaskData data = task.prepare(SEEDS);
    double[] train = values(data.train());
    double[] all = Arrays.copyOf(train, 100);
    System.arraycopy(values(data.eval()), 0, all, 29, 71);
    Arrays.sort(all);
    assertThat(train).hasSize(29);
    assertThat(all).isEqualTo(IntStream.range(0, 100).asDoubleStream().toArray());
    assertThat(values(task.prepare(SEEDS).train())).isEqualTo(train);
    assertThat(values(task.prepare(new SeedTree(2)).train())).isNotEqualTo(train);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"\\uFEFF", "\\n\\n", " "})
  void whatEditorsLeaveInFrontIsIgnored(String escaped) throws IOException {
    String front = escaped.replace("\\uFEFF", "\uFEFF").replace("\\n", "\n");
    TaskData data = byColumn(file(front + POINTS), "kind", false).prepare(SEEDS);
    assertThat(values(data.train())).containsExactly(1, 10, 3, 60);
  }

  @Test
  void blanksQuotesAndOtherLineEndsAreUnderstood() throws IOException {
    String text =
        "x , y,\"the, kind\" ,part\r\n 1.5e1 ,\"-2\",\"a \"\"b\"\"\",train\r\n\r\n.5,+3,c, eval \r\n";
    TaskData data = byColumn(file(text), "the, kind", false).prepare(SEEDS);
    assertThat(values(data.train())).containsExactly(15, -2);
    assertThat(values(data.eval())).containsExactly(0.5, 3);
  }

  @ParameterizedTest
  @CsvSource({"SEMICOLON, ;", "TAB, \\t"})
  void otherDelimitersCanBeNamed(Delimiter delimiter, String character) throws IOException {
    String text = POINTS.replace(",", character.replace("\\t", "\t"));
    CsvTable task =
        new CsvTable(
            file(text),
            List.of(),
            Optional.of("kind"),
            List.of(),
            Optional.empty(),
            Optional.of("part"),
            false,
            delimiter);
    assertThat(values(task.prepare(SEEDS).train())).containsExactly(1, 10, 3, 60);
  }

  /** Written by the formatter of the JDK, read back to the last bit. */
  @Test
  void everyNumberIsReadAsItWasWritten() throws IOException {
    Stream stream = new SeedTree(7).stream("numbers");
    List<Double> written = new ArrayList<>();
    StringBuilder text = new StringBuilder("x,y,z\n");
    for (int i = 0; i < 3000; i++) {
      double value = stream.gaussian() * StrictMath.pow(10, stream.uniform(-300, 300));
      written.add(value);
      text.append(i % 2 == 0 ? Double.toString(value) : String.format(Locale.ROOT, "%.17e", value))
          .append(i % 3 == 2 ? "\n" : ",");
    }
    String file = file(text.toString());
    CsvRows rows = CsvRows.read(Path.of(file), bySeed(file, List.of("z"), 0.5));
    double[] features = rows.features();
    double[] targets = rows.targets();
    for (int i = 0; i < written.size(); i++) {
      double read = i % 3 == 2 ? targets[i / 3] : features[i / 3 * 2 + i % 3];
      assertThat(read).isEqualTo(written.get(i));
    }
  }
}
