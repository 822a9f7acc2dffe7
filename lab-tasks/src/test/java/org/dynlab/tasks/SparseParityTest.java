package org.dynlab.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.TaskData;
import org.dynlab.store.problem.UserError;
import org.dynlab.tasks.SparseParity.Positions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparseParityTest {
  private static final SparseParity PUBLISHED = new SparseParity(40, 3, Positions.FIRST, 1000, 100);

  private static List<List<Integer>> inputs(Examples examples) {
    DenseFeatures features = (DenseFeatures) examples.features();
    return IntStream.range(0, examples.rows())
        .mapToObj(
            row ->
                IntStream.range(0, features.width())
                    .mapToObj(i -> (int) features.value(row, i))
                    .toList())
        .toList();
  }

  private static List<Integer> labels(Examples examples) {
    ClassTargets targets = (ClassTargets) examples.targets();
    return IntStream.range(0, targets.rows()).mapToObj(targets::label).toList();
  }

  private static int product(List<Integer> input, Set<Integer> positions) {
    return positions.stream().mapToInt(input::get).reduce(1, (a, b) -> a * b);
  }

  /** All sets of k positions whose product is +1 on exactly the examples of class 1. */
  private static List<Set<Integer>> explanations(Examples examples, int k, int bits) {
    List<List<Integer>> inputs = inputs(examples);
    List<Integer> labels = labels(examples);
    return IntStream.range(0, 1 << bits)
        .filter(subset -> Integer.bitCount(subset) == k)
        .mapToObj(
            subset ->
                IntStream.range(0, bits)
                    .filter(i -> (subset >> i & 1) == 1)
                    .boxed()
                    .collect(Collectors.toSet()))
        .filter(
            positions ->
                IntStream.range(0, labels.size())
                    .allMatch(
                        row ->
                            product(inputs.get(row), positions) == (labels.get(row) == 1 ? 1 : -1)))
        .toList();
  }

  @Test
  void theClassIsOneIfTheProductOfTheFirstBitsIsPlusOne() {
    Examples train = PUBLISHED.prepare(new SeedTree(0)).train();
    List<List<Integer>> inputs = inputs(train);
    for (int row = 0; row < train.rows(); row++) {
      int product = inputs.get(row).get(0) * inputs.get(row).get(1) * inputs.get(row).get(2);
      assertThat(labels(train).get(row)).isEqualTo(product == 1 ? 1 : 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "5, 1", "5, 5", "11, 3"})
  void theFirstPositionsAreTheOnlyOnesThatExplainAllLabels(int bits, int relevant) {
    int half = 1 << (bits - 1);
    SparseParity task = new SparseParity(bits, relevant, Positions.FIRST, half, half);
    Examples train = task.prepare(new SeedTree(3)).train();
    assertThat(explanations(train, relevant, bits))
        .contains(IntStream.range(0, relevant).boxed().collect(Collectors.toSet()));
  }

  @Test
  void randomPositionsAreThreeThatDependOnTheSeed() {
    Set<Set<Integer>> found = new HashSet<>();
    for (long seed = 0; seed < 12; seed++) {
      SparseParity task = new SparseParity(12, 3, Positions.RANDOM, 200, 50);
      TaskData data = task.prepare(new SeedTree(seed));
      List<Set<Integer>> train = explanations(data.train(), 3, 12);
      assertThat(train).hasSize(1);
      assertThat(explanations(data.eval(), 3, 12)).containsAll(train);
      found.addAll(train);
    }
    assertThat(found).hasSizeGreaterThan(8);
  }

  @ParameterizedTest
  @EnumSource(Positions.class)
  void withAsManyExamplesAsPatternsEveryPatternComesOnce(Positions positions) {
    TaskData data = new SparseParity(8, 3, positions, 200, 56).prepare(new SeedTree(1));
    List<List<Integer>> all = new ArrayList<>(inputs(data.train()));
    all.addAll(inputs(data.eval()));
    assertThat(Set.copyOf(all)).hasSize(256);
    assertThat(
            labels(data.train()).stream().mapToInt(y -> y).sum()
                + labels(data.eval()).stream().mapToInt(y -> y).sum())
        .isEqualTo(128);
  }

  @Test
  void bitsAreFairAndIndependentOfOneAnother() {
    SparseParity task = new SparseParity(64, 3, Positions.FIRST, 10_000, 1);
    List<List<Integer>> inputs = inputs(task.prepare(new SeedTree(2)).train());
    for (int i = 0; i < 64; i++) {
      int bit = i;
      int next = (i + 1) % 64;
      double fiveSigma = 5 * Math.sqrt(10_000);
      assertThat(inputs.stream().mapToDouble(x -> x.get(bit)).sum())
          .isCloseTo(0, within(fiveSigma));
      assertThat(inputs.stream().mapToDouble(x -> x.get(bit) * x.get(next)).sum())
          .isCloseTo(0, within(fiveSigma));
    }
  }

  @Test
  void inputsArePlusOrMinusOne() {
    assertThat(inputs(PUBLISHED.prepare(new SeedTree(0)).eval()))
        .hasSize(100)
        .allSatisfy(x -> assertThat(x).hasSize(40).containsOnly(-1, 1));
  }

  @Test
  void theDataDependOnTheSeedAndOnNothingElse() {
    List<List<Integer>> first = inputs(PUBLISHED.prepare(new SeedTree(0)).train());
    assertThat(inputs(PUBLISHED.prepare(new SeedTree(0)).train())).isEqualTo(first);
    assertThat(inputs(PUBLISHED.prepare(new SeedTree(1)).train())).isNotEqualTo(first);
    SparseParity other = new SparseParity(40, 5, Positions.RANDOM, 500, 100);
    assertThat(inputs(other.prepare(new SeedTree(0)).train())).isEqualTo(first.subList(0, 500));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 64})
  void everyRelevantCountUpToAllBitsWorks(int relevant) {
    Examples train =
        new SparseParity(64, relevant, Positions.FIRST, 300, 1).prepare(new SeedTree(4)).train();
    Set<Integer> positions = IntStream.range(0, relevant).boxed().collect(Collectors.toSet());
    List<List<Integer>> inputs = inputs(train);
    assertThat(IntStream.range(0, 300))
        .allMatch(
            row -> (product(inputs.get(row), positions) == 1) == (labels(train).get(row) == 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0  | 1  | 10      | 1 | bits: must be in 1..64, got 0\\nrelevant: must be in 1..bits, got 1
          65 | 3  | 10      | 1 | bits: must be in 1..64, got 65
          40 | 0  | 10      | 1 | relevant: must be in 1..bits, got 0
          40 | 41 | 10      | 1 | relevant: must be in 1..bits, got 41
          40 | 3  | 0       | 1 | trainSize: must be in 1..1000000, got 0
          40 | 3  | 1000001 | 1 | trainSize: must be in 1..1000000, got 1000001
          40 | 3  | 10      | 0 | evalSize: must be in 1..1000000, got 0
          3  | 3  | 8       | 1 | bits: must give trainSize + evalSize different patterns, got 3 (these are 9, there are 2^3)
          """)
  void badComponentsAreNamed(int bits, int relevant, int train, int eval, String message) {
    assertThatThrownBy(() -> new SparseParity(bits, relevant, Positions.FIRST, train, eval))
        .isInstanceOf(UserError.class)
        .hasMessage(message.replace("\\n", "\n"));
  }
}
