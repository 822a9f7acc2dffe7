package org.dynlab.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.TaskData;
import org.dynlab.store.problem.UserError;
import org.dynlab.tasks.InformationBits.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InformationBitsTest {
  private static final int PATTERNS = 4096;

  private static int pattern(Examples examples, int row) {
    DenseFeatures inputs = (DenseFeatures) examples.features();
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < inputs.width(); i++) {
      digits.append((int) inputs.value(row, i));
    }
    return Integer.parseInt(digits.toString(), 2);
  }

  private static int[] patterns(Examples examples) {
    return IntStream.range(0, examples.rows()).map(row -> pattern(examples, row)).toArray();
  }

  private static byte[] labelsByRow(TaskData data) {
    byte[] labels = new byte[PATTERNS];
    for (Examples examples : List.of(data.train(), data.eval())) {
      ClassTargets targets = (ClassTargets) examples.targets();
      for (int row = 0; row < examples.rows(); row++) {
        labels[pattern(examples, row)] = (byte) targets.label(row);
      }
    }
    return labels;
  }

  /** The hash of the label bytes of var_u.mat in the code of Shwartz-Ziv and Tishby. */
  @ParameterizedTest
  @EnumSource(Order.class)
  void theLabelsAreThoseOfThePublishedTable(Order split) throws NoSuchAlgorithmException {
    byte[] labels = labelsByRow(new InformationBits(0.8, split).prepare(new SeedTree(1)));
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(labels);
    assertThat(HexFormat.of().formatHex(hash))
        .isEqualTo("77732f16f85e91b49d3997196b56163b3bd362d8cf631468a8de3f986e88359f");
  }

  @Test
  void moreThanHalfOfThePatternsAreOfClassOne() {
    assertThat(IntStream.range(0, PATTERNS).map(Icosahedron::label).sum()).isEqualTo(2118);
  }

  @Test
  void theCornersAreThoseOfAnIcosahedron() {
    for (int i = 0; i < 12; i++) {
      List<Integer> near = Icosahedron.neighbours(i);
      int opposite = Icosahedron.opposite(i);
      assertThat(near).hasSize(5).doesNotContain(i, opposite);
      assertThat(Icosahedron.opposite(opposite)).isEqualTo(i);
      for (int j : near) {
        assertThat(Icosahedron.neighbours(j)).contains(i);
        assertThat(near.stream().filter(Icosahedron.neighbours(j)::contains)).hasSize(2);
        assertThat(Icosahedron.neighbours(opposite)).doesNotContain(j);
      }
    }
  }

  /** All ways to complete a renaming of corners that keeps edges, corner after corner. */
  private static Stream<List<Integer>> symmetries(List<Integer> begun) {
    if (begun.size() == 12) {
      return Stream.of(begun);
    }
    return IntStream.range(0, 12)
        .boxed()
        .filter(image -> !begun.contains(image) && fits(begun, image))
        .flatMap(image -> symmetries(Stream.concat(begun.stream(), Stream.of(image)).toList()));
  }

  private static boolean fits(List<Integer> begun, int image) {
    int next = begun.size();
    return IntStream.range(0, next)
        .allMatch(
            i ->
                Icosahedron.neighbours(i).contains(next)
                    == Icosahedron.neighbours(begun.get(i)).contains(image));
  }

  private static int moved(int pattern, List<Integer> symmetry) {
    int moved = 0;
    for (int i = 0; i < 12; i++) {
      moved |= Icosahedron.on(pattern, i) ? 1 << (11 - symmetry.get(i)) : 0;
    }
    return moved;
  }

  @Test
  void theLabelDoesNotChangeUnderThe120Symmetries() {
    List<List<Integer>> symmetries = symmetries(List.of()).toList();
    assertThat(symmetries).hasSize(120);
    Set<Integer> orbits = new HashSet<>();
    for (int pattern = 0; pattern < PATTERNS; pattern++) {
      int here = pattern;
      int[] orbit = symmetries.stream().mapToInt(s -> moved(here, s)).toArray();
      assertThat(IntStream.of(orbit).map(Icosahedron::label).distinct().toArray())
          .containsExactly(Icosahedron.label(pattern));
      orbits.add(IntStream.of(orbit).min().orElseThrow());
    }
    assertThat(orbits).hasSize(82);
  }

  @Test
  void countingOrderTrainsOnTheFirstPatterns() {
    TaskData data = new InformationBits(0.8, Order.COUNTING).prepare(new SeedTree(1));
    assertThat(patterns(data.train())).isEqualTo(IntStream.range(0, 3276).toArray());
    assertThat(patterns(data.eval())).isEqualTo(IntStream.range(3276, PATTERNS).toArray());
  }

  @Test
  void theShuffledSplitDependsOnTheSeed() {
    InformationBits task = new InformationBits(0.8, Order.SHUFFLED);
    int[] first = patterns(task.prepare(new SeedTree(1)).train());
    assertThat(patterns(task.prepare(new SeedTree(1)).train())).isEqualTo(first);
    assertThat(Set.copyOf(IntStream.of(first).boxed().toList())).hasSize(3276);
    assertThat(IntStream.of(patterns(task.prepare(new SeedTree(2)).train())).sorted().toArray())
        .isNotEqualTo(IntStream.of(first).sorted().toArray());
  }

  @Test
  void trainAndEvalTogetherHoldEveryPatternOnce() {
    TaskData data = new InformationBits(0.3, Order.SHUFFLED).prepare(new SeedTree(1));
    IntStream all =
        IntStream.concat(IntStream.of(patterns(data.train())), IntStream.of(patterns(data.eval())));
    assertThat(all.sorted().toArray()).isEqualTo(IntStream.range(0, PATTERNS).toArray());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0      | trainFraction: must lie strictly between 0 and 1, got 0.0
          1      | trainFraction: must lie strictly between 0 and 1, got 1.0
          NaN    | trainFraction: must lie strictly between 0 and 1, got NaN
          0.0001 | trainFraction: must give at least one train example, got 1.0E-4 (there are 4096 patterns, and the share is rounded down)
          """)
  void aShareThatLeavesOneSideEmptyIsNamed(double share, String message) {
    assertThatThrownBy(() -> new InformationBits(share, Order.SHUFFLED))
        .isInstanceOf(UserError.class)
        .hasMessage(message);
  }
}
