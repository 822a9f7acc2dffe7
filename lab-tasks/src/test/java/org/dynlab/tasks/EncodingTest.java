package org.dynlab.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.SequenceFeatures;
import org.dynlab.core.task.TaskData;
import org.dynlab.core.task.TokenFeatures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class EncodingTest {
  private static final int[] X = {0, 4, 2};
  private static final int[] Y = {3, 1, 2};

  private static List<List<Integer>> sentences(SequenceFeatures inputs) {
    return IntStream.range(0, inputs.rows())
        .mapToObj(
            row ->
                IntStream.range(0, inputs.width())
                    .mapToObj(position -> inputs.symbol(row, position))
                    .toList())
        .toList();
  }

  @Test
  void aSequenceIsTheTwoElementsAndTheEqualsSign() {
    SequenceFeatures inputs = (SequenceFeatures) Encoding.SEQUENCE.encode(X, Y, 5);
    assertThat(inputs.vocabulary()).isEqualTo(6);
    assertThat(sentences(inputs))
        .containsExactly(List.of(0, 3, 5), List.of(4, 1, 5), List.of(2, 2, 5));
  }

  @Test
  void anEquationHasTheOperationBetweenTheElements() {
    SequenceFeatures inputs = (SequenceFeatures) Encoding.EQUATION.encode(X, Y, 5);
    assertThat(inputs.vocabulary()).isEqualTo(7);
    assertThat(sentences(inputs))
        .containsExactly(List.of(0, 6, 3, 5), List.of(4, 6, 1, 5), List.of(2, 6, 2, 5));
  }

  @Test
  void tokensArePositionsOfTwoOneHotVectorsInARow() {
    TokenFeatures inputs = (TokenFeatures) Encoding.TOKENS.encode(X, Y, 5);
    assertThat(inputs.width()).isEqualTo(10);
    assertThat(inputs.toDense().value(1, 4)).isEqualTo(1);
    assertThat(inputs.toDense().value(1, 6)).isEqualTo(1);
    assertThat(IntStream.range(0, 10).mapToDouble(j -> inputs.toDense().value(1, j)).sum())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "TOKENS")
  void theEncodingChangesNeitherSplitNorLabels(Encoding encoding) {
    SeedTree seeds = new SeedTree(3);
    TaskData tokens =
        new ModularArithmetic(Operation.CUBIC, 11, 0.3, Encoding.TOKENS, 0.2).prepare(seeds);
    TaskData other = new ModularArithmetic(Operation.CUBIC, 11, 0.3, encoding, 0.2).prepare(seeds);
    assertThat(labels(other.train())).isEqualTo(labels(tokens.train()));
    assertThat(labels(other.eval())).isEqualTo(labels(tokens.eval()));
  }

  private static List<Integer> labels(Examples examples) {
    ClassTargets targets = (ClassTargets) examples.targets();
    return IntStream.range(0, targets.rows()).mapToObj(targets::label).toList();
  }
}
