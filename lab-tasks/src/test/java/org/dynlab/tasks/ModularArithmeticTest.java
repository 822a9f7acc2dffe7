package org.dynlab.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.TaskData;
import org.dynlab.core.task.TokenFeatures;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModularArithmeticTest {
  private static final SeedTree SEEDS = new SeedTree(7);

  private record Pair(int x, int y, int label) {}

  private static ModularArithmetic task(Operation operation, int modulus) {
    return new ModularArithmetic(operation, modulus, 0.5, Encoding.TOKENS);
  }

  private static List<Pair> read(Examples examples, int modulus) {
    TokenFeatures inputs = (TokenFeatures) examples.features();
    return IntStream.range(0, examples.rows())
        .mapToObj(
            row ->
                new Pair(
                    inputs.token(row, 0),
                    inputs.token(row, 1) - modulus,
                    ((ClassTargets) examples.targets()).label(row)))
        .toList();
  }

  private static List<Pair> allPairs(ModularArithmetic task) {
    TaskData data = task.prepare(SEEDS);
    return Stream.concat(
            read(data.train(), task.modulus()).stream(), read(data.eval(), task.modulus()).stream())
        .toList();
  }

  private static Stream<Arguments> operationsAndModuli() {
    return Stream.of(Operation.values())
        .flatMap(
            operation ->
                IntStream.of(2, 3, 4, 12, 43, 97, 499)
                    .filter(p -> operation != Operation.DIVIDE || (p != 4 && p != 12))
                    .filter(p -> p != 499 || operation == Operation.CUBIC)
                    .mapToObj(p -> Arguments.of(operation, p)));
  }

  private static int slowLabel(Operation operation, Pair pair, int modulus) {
    BigInteger p = BigInteger.valueOf(modulus);
    BigInteger x = BigInteger.valueOf(pair.x());
    BigInteger y = BigInteger.valueOf(pair.y());
    BigInteger value =
        switch (operation) {
          case ADD -> x.add(y);
          case SUBTRACT -> x.subtract(y);
          case MULTIPLY -> x.multiply(y);
          case DIVIDE -> x.multiply(y.modInverse(p));
          case LITERAL_DIVIDE -> x.multiply(y.modPow(p.subtract(BigInteger.TWO), p));
          case SQUARE_PLUS -> x.pow(2).add(y);
          case QUADRATIC_FORM -> x.pow(2).add(x.multiply(y)).add(y.pow(2));
          case CUBIC -> x.pow(3).add(x.multiply(y.pow(2))).add(y);
        };
    return value.mod(p).intValueExact();
  }

  @ParameterizedTest
  @MethodSource("operationsAndModuli")
  void everyLabelIsWhatExactArithmeticSays(Operation operation, int modulus) {
    assertThat(allPairs(task(operation, modulus)))
        .filteredOn(pair -> pair.label() != slowLabel(operation, pair, modulus))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operationsAndModuli")
  void trainAndEvalTogetherHoldEveryPairOnce(Operation operation, int modulus) {
    int firstY = operation.name().endsWith("DIVIDE") ? 1 : 0;
    int[] expected =
        IntStream.range(0, modulus * modulus).filter(cell -> cell % modulus >= firstY).toArray();
    int[] actual =
        allPairs(task(operation, modulus)).stream()
            .mapToInt(pair -> pair.x() * modulus + pair.y())
            .sorted()
            .toArray();
    assertThat(actual).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2", "5", "43", "97"})
  void quotientTimesDivisorGivesTheDividend(int modulus) {
    assertThat(allPairs(task(Operation.DIVIDE, modulus)))
        .allSatisfy(pair -> assertThat(pair.label() * pair.y() % modulus).isEqualTo(pair.x()));
  }

  @ParameterizedTest
  @CsvSource({"2", "12", "97"})
  void sumsAreUniformOverTheClasses(int modulus) {
    int[] count = new int[modulus];
    allPairs(task(Operation.ADD, modulus)).forEach(pair -> count[pair.label()]++);
    assertThat(count).containsOnly(modulus);
  }

  @ParameterizedTest
  @CsvSource({
    "ADD, 97, 0.5, 4704",
    "ADD, 10, 0.29, 29",
    "ADD, 10, 0.7, 70",
    "ADD, 10, 0.9999999999999999, 99",
    "ADD, 3, 0.5, 4",
    "DIVIDE, 97, 0.5, 4656",
    "DIVIDE, 2, 0.5, 1",
    "LITERAL_DIVIDE, 96, 0.4, 3648",
    "MULTIPLY, 67, 0.3, 1346"
  })
  void theTrainShareIsRoundedDown(Operation operation, int modulus, double share, int train) {
    ModularArithmetic task = new ModularArithmetic(operation, modulus, share, Encoding.TOKENS);
    TaskData data = task.prepare(SEEDS);
    assertThat(data.train().rows()).isEqualTo(train).isEqualTo(task.trainPairs());
    assertThat(data.eval().rows()).isEqualTo(task.pairs() - train).isPositive();
  }

  @Test
  void theSplitDependsOnTheSeedAndOnNothingElse() {
    ModularArithmetic task = task(Operation.ADD, 43);
    List<Pair> first = read(task.prepare(SEEDS).train(), 43);
    assertThat(read(task.prepare(new SeedTree(7)).train(), 43)).isEqualTo(first);
    assertThat(Set.copyOf(read(task.prepare(new SeedTree(8)).train(), 43)))
        .isNotEqualTo(Set.copyOf(first));
    assertThat(read(task(Operation.SUBTRACT, 43).prepare(SEEDS).train(), 43))
        .extracting(pair -> List.of(pair.x(), pair.y()))
        .isEqualTo(first.stream().map(pair -> List.of(pair.x(), pair.y())).toList());
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void bothEncodingsAreTheSameMatrix(Operation operation) {
    ModularArithmetic tokens = new ModularArithmetic(operation, 11, 0.3, Encoding.TOKENS);
    ModularArithmetic oneHot = new ModularArithmetic(operation, 11, 0.3, Encoding.ONE_HOT);
    TaskData sparse = tokens.prepare(SEEDS);
    TaskData dense = oneHot.prepare(SEEDS);
    assertThat(rowsOf(dense.train())).isEqualTo(rowsOf(sparse.train()));
    assertThat(rowsOf(dense.eval())).isEqualTo(rowsOf(sparse.eval()));
  }

  /** Each row: its dense input written out, then its label. */
  private static List<List<Double>> rowsOf(Examples examples) {
    return IntStream.range(0, examples.rows())
        .mapToObj(
            row ->
                IntStream.rangeClosed(0, examples.features().width())
                    .mapToObj(column -> entry(examples, row, column))
                    .toList())
        .toList();
  }

  private static double entry(Examples examples, int row, int column) {
    if (column == examples.features().width()) {
      return ((ClassTargets) examples.targets()).label(row);
    }
    if (examples.features() instanceof DenseFeatures dense) {
      return dense.value(row, column);
    }
    TokenFeatures tokens = (TokenFeatures) examples.features();
    return tokens.token(row, 0) == column || tokens.token(row, 1) == column ? 1 : 0;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ADD      | 1    | 0.5  | TOKENS  | modulus: must be in 2..1000, got 1
          ADD      | 1001 | 0.5  | TOKENS  | modulus: must be in 2..1000, got 1001
          DIVIDE   | -4   | 0.5  | TOKENS  | modulus: must be in 2..1000, got -4
          DIVIDE   | 91   | 0.5  | TOKENS  | modulus: must be prime for divide, got 91 (nearest: 89 and 97)
          DIVIDE   | 1000 | 0.5  | TOKENS  | modulus: must be prime for divide, got 1000 (nearest: 997)
          ADD      | 257  | 0.5  | ONE_HOT | modulus: must be <= 256 for oneHot, got 257 (encoding tokens gives the same numbers in little memory)
          ADD      | 97   | 0    | TOKENS  | trainFraction: must lie strictly between 0 and 1, got 0.0
          ADD      | 97   | 1    | TOKENS  | trainFraction: must lie strictly between 0 and 1, got 1.0
          ADD      | 97   | -0.1 | TOKENS  | trainFraction: must lie strictly between 0 and 1, got -0.1
          ADD      | 97   | NaN  | TOKENS  | trainFraction: must lie strictly between 0 and 1, got NaN
          ADD      | 2    | 0.2  | TOKENS  | trainFraction: must give at least one train example, got 0.2 (there are 4 pairs, and the share is rounded down)
          """)
  void badComponentsAreNamed(
      Operation operation, int modulus, double share, Encoding encoding, String message) {
    assertThatThrownBy(() -> new ModularArithmetic(operation, modulus, share, encoding))
        .isInstanceOf(UserError.class)
        .hasMessage(message);
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    assertThatThrownBy(() -> new ModularArithmetic(Operation.ADD, 1, Double.NaN, Encoding.TOKENS))
        .hasMessage(
            "modulus: must be in 2..1000, got 1\n"
                + "trainFraction: must lie strictly between 0 and 1, got NaN");
  }

  @Test
  void theCatalogueKnowsTheTask() {
    assertThat(TaskCatalogue.catalogue().kindOf(ModularArithmetic.class))
        .isEqualTo("modularArithmetic");
  }

  @Test
  void formulasAreWrittenAsPeopleWriteThem() {
    assertThat(Operation.values())
        .extracting(Operation::formula)
        .containsExactly(
            "x + y mod p",
            "x - y mod p",
            "x · y mod p",
            "x / y mod p, y ≠ 0",
            "x · y^(p-2) mod p, y ≠ 0",
            "x² + y mod p",
            "x² + xy + y² mod p",
            "x³ + xy² + y mod p");
  }
}
