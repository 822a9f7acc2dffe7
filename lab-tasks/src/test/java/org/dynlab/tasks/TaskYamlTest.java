package org.dynlab.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.describe.RecordReader;
import org.dynlab.core.describe.RecordWriter;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.core.task.Task;
import org.dynlab.store.problem.UserError;
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
    "literalDivide, LITERAL_DIVIDE",
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

  @ParameterizedTest
  @CsvSource({"tokens, TOKENS", "oneHot, ONE_HOT", "sequence, SEQUENCE", "equation, EQUATION"})
  void everyEncodingHasItsName(String name, Encoding encoding) {
    assertThat(read("{kind: modularArithmetic, encoding: " + name + ", labelNoise: 0.35}"))
        .isEqualTo(new ModularArithmetic(Operation.ADD, 97, 0.5, encoding, 0.35));
  }

  @Test
  void theDefaultsAreTheSettingsOfThePapers() {
    assertThat(read("permutationGroup"))
        .isEqualTo(new PermutationGroup(5, 0.5, Encoding.TOKENS, 0));
    assertThat(read("sparseParity"))
        .isEqualTo(new SparseParity(40, 3, SparseParity.Positions.FIRST, 1000, 100));
    assertThat(read("teacherStudent"))
        .isEqualTo(new TeacherStudent(5, List.of(100, 100), 5, 100, 100, 1e-3));
    assertThat(read("informationBits"))
        .isEqualTo(new InformationBits(0.8, InformationBits.Order.SHUFFLED));
  }

  @ParameterizedTest
  @CsvSource({
    "'{kind: permutationGroup, degree: 4, encoding: equation, labelNoise: 0.1}'",
    "'{kind: sparseParity, bits: 20, relevant: 4, positions: random, evalSize: 7}'",
    "'{kind: teacherStudent, teacher: [], tolerance: 0.5}'",
    "'{kind: informationBits, split: counting}'"
  })
  void aTaskWrittenOutIsReadBackTheSame(String yaml) {
    Task task = read(yaml);
    var tree = new RecordWriter(CATALOGUES).toTree(task);
    assertThat(new RecordReader(CATALOGUES).read(tree, Task.class, "")).isEqualTo(task);
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
