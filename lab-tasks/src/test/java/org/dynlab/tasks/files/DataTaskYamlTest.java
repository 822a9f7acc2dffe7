package org.dynlab.tasks.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.describe.RecordReader;
import org.dynlab.core.describe.RecordWriter;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.core.task.Task;
import org.dynlab.tasks.TaskCatalogue;
import org.dynlab.tasks.images.Digits;
import org.dynlab.tasks.images.Mnist;
import org.dynlab.tasks.images.Normalisation;
import org.dynlab.tasks.images.Subset;
import org.dynlab.tasks.table.CsvTable;
import org.dynlab.tasks.table.Delimiter;
import org.junit.jupiter.api.Test;

/** The tasks that read or draw data, as they are written in YAML. */
class DataTaskYamlTest {
  private static final List<Catalogue<?>> CATALOGUES = List.of(TaskCatalogue.catalogue());

  private static Task read(String yaml) {
    return new RecordReader(CATALOGUES)
        .read(new YamlSource("x.yaml", yaml).value(), Task.class, "x.yaml: task");
  }

  private static void assertReadsAs(String yaml, Task expected) {
    assertThat(read(yaml)).isEqualTo(expected);
    var tree = new RecordWriter(CATALOGUES).toTree(expected);
    assertThat(new RecordReader(CATALOGUES).read(tree, Task.class, "")).isEqualTo(expected);
  }

  @Test
  void mnistIsTheWholeSetUnlessToldOtherwise() {
    assertReadsAs("mnist", new Mnist(60_000, Subset.FIRST, 10_000, 0, Normalisation.UNIT));
    assertReadsAs(
        "{kind: mnist, train: 1000, subset: random, eval: 500, labelNoise: 0.2,"
            + " normalisation: standard}",
        new Mnist(1000, Subset.RANDOM, 500, 0.2, Normalisation.STANDARD));
  }

  @Test
  void digitsHaveDefaultsForEverything() {
    assertReadsAs("digits", new Digits(4000, 2000, 1, 0.1, 0));
  }

  @Test
  void aTableNeedsItsFileItsTargetAndItsSplit() {
    assertReadsAs(
        "{kind: csv, file: t.csv, target: [y], splitColumn: part, standardise: false,"
            + " delimiter: tab}",
        new CsvTable(
            "t.csv",
            List.of(),
            Optional.empty(),
            List.of("y"),
            Optional.empty(),
            Optional.of("part"),
            false,
            Delimiter.TAB));
    assertThatThrownBy(() -> read("{kind: csv, file: t.csv}"))
        .hasMessage(
            """
            x.yaml: task.label: must be given if target is not, and only then, got neither \
            (e.g. label: kind)
            x.yaml: task.trainFraction: must be given if splitColumn is not, and only then, \
            got neither (e.g. trainFraction: 0.8)""");
  }
}
