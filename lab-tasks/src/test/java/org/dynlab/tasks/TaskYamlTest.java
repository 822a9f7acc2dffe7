package org.dynlab.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.describe.RecordReader;
import org.dynlab.core.describe.RecordWriter;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.core.task.Task;
import org.dynlab.store.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskYamlTest {
  private static final List<Catalogue<?>> CATALOGUES = List.of(TaskCatalogue.catalogue());

  private static Task read(String yaml) {
    return new RecordReader(CATALOGUES)
        .read(new YamlSource("x.yaml", yaml).value(), Task.class, "x.yaml: task");
  }

  @Test
  void keysThatAreLeftOutTakeTheirDefaults() {
    assertThat(read("modularArithmetic"))
        .isEqualTo(new ModularArithmetic(Operation.ADD, 97, 0.5, Encoding.TOKENS));
  }

  @ParameterizedTest
  @CsvSource({
    "add, ADD",
    "subtract, SUBTRACT",
    "multiply, MULTIPLY",
    "divide, DIVIDE",
    "squarePlus, SQUARE_PLUS",
    "quadraticForm, QUADRATIC_FORM",
    "cubic, CUBIC"
  })
  void everyOperationHasItsName(String name, Operation operation) {
    ModularArithmetic expected = new ModularArithmetic(operation, 67, 0.3, Encoding.ONE_HOT);
    String yaml =
        "{kind: modularArithmetic, operation: %s, modulus: 67, trainFraction: 0.3, encoding: oneHot}";
    assertThat(read(yaml.replace("%s", name))).isEqualTo(expected);
    var tree = new RecordWriter(CATALOGUES).toTree(expected);
    assertThat(tree.get("operation").textValue()).isEqualTo(name);
    assertThat(new RecordReader(CATALOGUES).read(tree, Task.class, "")).isEqualTo(expected);
  }

  @Test
  void problemsSayWhereTheyStand() {
    assertThatThrownBy(() -> read("{kind: modularArithmetic, modulus: 1, trainFraction: 1}"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "x.yaml: task.modulus: must be in 2..1000, got 1\n"
                + "x.yaml: task.trainFraction: must lie strictly between 0 and 1, got 1.0");
  }
}
