package org.dynlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.dynlab.core.experiment.Cadence.At;
import org.dynlab.core.experiment.Cadence.Every;
import org.dynlab.core.experiment.Cadence.FirstThenLogSpaced;
import org.dynlab.core.experiment.Cadence.LogSpaced;
import org.dynlab.core.experiment.Cadence.Phases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTest {

  private static List<Long> due(Cadence cadence, long steps) {
    LongPredicate due = cadence.over(steps);
    return LongStream.rangeClosed(0, steps).filter(due).boxed().toList();
  }

  @Test
  void everyBeginsAtZero() {
    assertThat(due(new Every(1), 3)).containsExactly(0L, 1L, 2L, 3L);
    assertThat(due(new Every(4), 10)).containsExactly(0L, 4L, 8L);
    assertThat(due(new Every(40), 10)).containsExactly(0L);
  }

  @Test
  void listedStepsAreDueIfTheRunGetsThere() {
    assertThat(due(new At(List.of(0L, 3L, 100L)), 10)).containsExactly(0L, 3L);
  }

  @Test
  void logSpacedStepsRiseInEqualRatios() {
    assertThat(due(new LogSpaced(8), 1_000_000))
        .containsExactly(0L, 1L, 10L, 100L, 1_000L, 10_000L, 100_000L, 1_000_000L);
    assertThat(due(new LogSpaced(2), 50)).containsExactly(0L, 50L);
    assertThat(due(new LogSpaced(3), 50)).containsExactly(0L, 1L, 50L);
  }

  @Test
  void theFirstStepsThenLogSpacedOnes() {
    assertThat(due(new FirstThenLogSpaced(3, 2), 300)).containsExactly(0L, 1L, 2L, 3L, 30L, 300L);
    assertThat(due(new FirstThenLogSpaced(100, 5), 10)).hasSize(11);
    assertThat(due(new FirstThenLogSpaced(20, 30), 60)).hasSize(51).endsWith(60L);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1",
    "2, 7",
    "3, 1",
    "3, 2",
    "10, 9",
    "10, 10",
    "10, 20",
    "100, 150",
    "100, 3000",
    "100, 99",
    "100, 100",
    "57, 100000",
    "500, 600"
  })
  void logSpacedStepsAreAsManyAsAskedForWithBothEnds(int n, long steps) {
    List<Long> due = due(new LogSpaced(n), steps);
    assertThat(due).hasSize((int) Math.min(n, steps + 1)).contains(0L, steps);
  }

  @ParameterizedTest
  @CsvSource({"30, 1000", "100, 3000", "12, 40", "500, 600"})
  void gapsBetweenLogSpacedStepsGrow(int n, long steps) {
    List<Long> due = due(new LogSpaced(n), steps);
    for (int i = 2; i < due.size(); i++) {
      long gap = due.get(i) - due.get(i - 1);
      long before = due.get(i - 1) - due.get(i - 2);
      assertThat(gap).as("after step %d", due.get(i - 1)).isGreaterThanOrEqualTo(before - 1);
    }
  }

  @Test
  void askingStepByStepGivesTheSame() {
    for (Cadence cadence : List.of(new Every(3), new LogSpaced(7), new At(List.of(5L)))) {
      for (long step = 0; step <= 40; step++) {
        assertThat(cadence.due(step, 40)).isEqualTo(due(cadence, 40).contains(step));
      }
    }
  }

  @Test
  void wordsSayWhen() {
    assertThat(new Every(10).words()).isEqualTo("every 10");
    assertThat(new LogSpaced(100).words()).isEqualTo("100 log-spaced");
    assertThat(new At(List.of(0L, 10L, 10_000L)).words()).isEqualTo("at 0 10 10000");
  }

  @Test
  void impossibleCadencesAreRefused() {
    assertThatThrownBy(() -> new Every(0)).hasMessage("every: must be >= 1, got 0");
    assertThatThrownBy(() -> new LogSpaced(1))
        .hasMessage("logSpaced: must be in 2..1000000, got 1");
    assertThatThrownBy(() -> new At(List.of()))
        .hasMessage("at: must list at least one step, got []");
    assertThatThrownBy(() -> new At(List.of(-1L, 5L, 5L)))
        .hasMessage("at[0]: must be >= 0, got -1\nat[2]: must be >= 6, got 5");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 10, 99, 100, 101, 1000, 4321})
  void theCountIsThatOfTheStepsThatAreDue(long steps) {
    List<Cadence> all =
        List.of(
            new Every(1),
            new Every(7),
            new LogSpaced(2),
            new LogSpaced(100),
            new FirstThenLogSpaced(1, 1),
            new FirstThenLogSpaced(20, 79),
            new Phases(),
            new At(List.of(0L, 3L, 100L, 4000L)));
    for (Cadence cadence : all) {
      assertThat(cadence.count(steps)).as(cadence.words()).isEqualTo(due(cadence, steps).size());
    }
  }
}
