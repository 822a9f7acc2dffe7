package org.dynlab.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;

class InParallelTest {
  private static final List<Integer> NUMBERS = IntStream.range(0, 100).boxed().toList();

  @Test
  void resultsStandInTheOrderOfTheItems() {
    assertThat(InParallel.map(NUMBERS, n -> n + 1))
        .isEqualTo(IntStream.range(1, 101).boxed().toList());
    assertThat(InParallel.map(List.of(), n -> n)).isEmpty();
  }

  @Test
  void usersErrorsAreCollectedInTheOrderOfTheItems() {
    assertThatThrownBy(() -> InParallel.map(NUMBERS, InParallelTest::refuseSome))
        .isInstanceOf(UserError.class)
        .hasMessage("10: must be no ten\n20: must be no ten\n30: must be no ten");
  }

  private static int refuseSome(int number) {
    if (number % 10 == 0 && number > 0 && number < 40) {
      throw new UserError(Integer.toString(number), "must be no ten", "", "");
    }
    return number;
  }

  @Test
  void otherErrorsComeThroughAsTheyAre() {
    IllegalStateException failure = new IllegalStateException("broken");
    assertThatThrownBy(
            () ->
                InParallel.map(
                    NUMBERS,
                    n -> {
                      throw failure;
                    }))
        .isSameAs(failure);
  }
}
