package org.dynlab.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.SequenceFeatures;
import org.dynlab.core.task.TaskData;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationGroupTest {
  private static final SeedTree SEEDS = new SeedTree(5);

  /** All words of distinct letters below k in dictionary order, built letter by letter. */
  private static List<List<Integer>> dictionary(int k) {
    List<List<Integer>> words = List.of(List.of());
    for (int length = 0; length < k; length++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> word : words) {
        for (int letter = 0; letter < k; letter++) {
          if (!word.contains(letter)) {
            List<Integer> next = new ArrayList<>(word);
            next.add(letter);
            longer.add(next);
          }
        }
      }
      words = longer;
    }
    return words;
  }

  private static List<List<Integer>> triples(Examples examples) {
    SequenceFeatures inputs = (SequenceFeatures) examples.features();
    ClassTargets labels = (ClassTargets) examples.targets();
    return IntStream.range(0, examples.rows())
        .mapToObj(row -> List.of(inputs.symbol(row, 0), inputs.symbol(row, 1), labels.label(row)))
        .toList();
  }

  private static int[][] table(int degree) {
    TaskData data = new PermutationGroup(degree, 0.4, Encoding.SEQUENCE, 0).prepare(SEEDS);
    int elements = Permutations.count(degree);
    int[][] table =
        IntStream.range(0, elements).mapToObj(a -> unknown(elements)).toArray(int[][]::new);
    List<List<Integer>> all = new ArrayList<>(triples(data.train()));
    all.addAll(triples(data.eval()));
    for (List<Integer> triple : all) {
      assertThat(table[triple.get(0)][triple.get(1)]).as("seen before").isEqualTo(-1);
      table[triple.get(0)][triple.get(1)] = triple.get(2);
    }
    return table;
  }

  private static int[] unknown(int count) {
    return IntStream.generate(() -> -1).limit(count).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void permutationsAreNumberedAsInADictionary(int degree) {
    Permutations permutations = new Permutations(degree);
    List<List<Integer>> written =
        IntStream.range(0, permutations.count())
            .mapToObj(
                number ->
                    IntStream.range(0, degree)
                        .mapToObj(i -> permutations.image(number, i))
                        .toList())
            .toList();
    assertThat(written).isEqualTo(dictionary(degree));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void everyCellOfTheTableIsTheSecondPermutationFollowedByTheFirst(int degree) {
    List<List<Integer>> words = dictionary(degree);
    int[][] table = table(degree);
    for (int a = 0; a < words.size(); a++) {
      for (int b = 0; b < words.size(); b++) {
        assertThat(words.get(table[a][b])).isEqualTo(afterwards(words.get(a), words.get(b)));
      }
    }
  }

  /** Where each letter ends up if it is moved by {@code second} and then by {@code first}. */
  private static List<Integer> afterwards(List<Integer> first, List<Integer> second) {
    return second.stream().map(first::get).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void theTableIsAGroup(int degree) {
    int[][] table = table(degree);
    int elements = table.length;
    for (int a = 0; a < elements; a++) {
      assertThat(table[a][0]).isEqualTo(a);
      assertThat(table[0][a]).isEqualTo(a);
      assertThat(Set.copyOf(IntStream.of(table[a]).boxed().toList())).hasSize(elements);
    }
    for (int a = 0; a < elements; a += 7) {
      for (int b = 0; b < elements; b++) {
        for (int c = 0; c < elements; c += 5) {
          assertThat(table[table[a][b]][c]).isEqualTo(table[a][table[b][c]]);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void theTableIsNotCommutative(int degree) {
    int[][] table = table(degree);
    assertThat(table[1][2]).isNotEqualTo(table[2][1]);
  }

  @ParameterizedTest
  @CsvSource({"3, 0.5, 18, 18", "4, 0.3, 172, 404", "5, 0.5, 7200, 7200", "6, 0.1, 51840, 466560"})
  void theSizesAreThoseOfTheSquaredFactorial(int degree, double share, int train, int eval) {
    TaskData data = new PermutationGroup(degree, share, Encoding.TOKENS, 0).prepare(SEEDS);
    assertThat(data.train().rows()).isEqualTo(train);
    assertThat(data.eval().rows()).isEqualTo(eval);
    int elements = Permutations.count(degree);
    assertThat(data.train().features().width()).isEqualTo(2 * elements);
    assertThat(((ClassTargets) data.train().targets()).classes()).isEqualTo(elements);
  }

  @Test
  void theEquationHasTwoSymbolsMoreThanTheGroup() {
    TaskData data = new PermutationGroup(5, 0.5, Encoding.EQUATION, 0).prepare(SEEDS);
    assertThat(((SequenceFeatures) data.train().features()).vocabulary()).isEqualTo(122);
    assertThat(data.train().features().width()).isEqualTo(4);
  }

  @Test
  void onlyTrainLabelsAreMadeWrong() {
    TaskData right = new PermutationGroup(4, 0.5, Encoding.SEQUENCE, 0).prepare(SEEDS);
    TaskData noisy = new PermutationGroup(4, 0.5, Encoding.SEQUENCE, 0.25).prepare(SEEDS);
    assertThat(triples(noisy.eval())).isEqualTo(triples(right.eval()));
    Set<List<Integer>> kept = new HashSet<>(triples(right.train()));
    kept.retainAll(triples(noisy.train()));
    assertThat(kept).hasSize(288 - 72);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | 0.5  | TOKENS  | 0   | degree: must be in 3..6, got 2
          7 | 0.5  | TOKENS  | 0   | degree: must be in 3..6, got 7
          6 | 0.5  | ONE_HOT | 0   | degree: must be <= 5 for oneHot, got 6 (encoding tokens gives the same numbers in little memory)
          5 | 1    | TOKENS  | 0   | trainFraction: must lie strictly between 0 and 1, got 1.0
          5 | NaN  | TOKENS  | 0   | trainFraction: must lie strictly between 0 and 1, got NaN
          3 | 0.01 | TOKENS  | 0   | trainFraction: must give at least one train example, got 0.01 (there are 36 pairs, and the share is rounded down)
          5 | 0.5  | TOKENS  | 1.5 | labelNoise: must be in [0, 1], got 1.5
          """)
  void badComponentsAreNamed(
      int degree, double share, Encoding encoding, double labelNoise, String message) {
    assertThatThrownBy(() -> new PermutationGroup(degree, share, encoding, labelNoise))
        .isInstanceOf(UserError.class)
        .hasMessage(message);
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    assertThatThrownBy(() -> new PermutationGroup(9, 0, Encoding.TOKENS, -1))
        .hasMessage(
            """
            degree: must be in 3..6, got 9
            trainFraction: must lie strictly between 0 and 1, got 0.0
            labelNoise: must be in [0, 1], got -1.0\
            """);
  }
}
