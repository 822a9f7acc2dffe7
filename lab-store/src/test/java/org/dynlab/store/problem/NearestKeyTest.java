package org.dynlab.store.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestKeyTest {
  private static final List<String> KNOWN =
      List.of("learningRate", "weightDecay", "steps", "stepsTo", "seed", "kind");

  @ParameterizedTest
  @CsvSource({
    "learningrate, learningRate",
    "LEARNINGRATE, learningRate",
    "lerningRat, learningRate",
    "weigthDecay, weightDecay",
    "step, steps",
    "stepTo, stepsTo",
    "seeds, seed",
    "knid, kind",
  })
  void aSlipOfTheHandIsRecognised(String unknown, String meant) {
    assertThat(NearestKey.of(unknown, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"banana", "x", "''", "momentum", "lr"})
  void aDifferentWordIsNotGuessed(String unknown) {
    assertThat(NearestKey.of(unknown, KNOWN)).isEmpty();
  }

  @Test
  void theFirstOfEquallyNearKeysWins() {
    assertThat(NearestKey.of("beta", List.of("beta2", "beta1"))).contains("beta2");
    assertThat(NearestKey.of("beta", List.of())).isEmpty();
  }

  @RepeatedTest(50)
  void theDistanceAgreesWithItsRecursiveDefinition(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String a = word(random);
    String b = word(random);
    assertThat(NearestKey.distance(a, b)).isEqualTo(recursive(a, b));
    assertThat(NearestKey.distance(b, a)).isEqualTo(recursive(a, b));
    assertThat(NearestKey.distance(a, a)).isZero();
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }

  /** The textbook recursion over the last letters, exponential and obvious. */
  private static int recursive(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.length() + b.length();
    }
    String shortA = a.substring(0, a.length() - 1);
    String shortB = b.substring(0, b.length() - 1);
    char lastA = a.charAt(a.length() - 1);
    char lastB = b.charAt(b.length() - 1);
    int best = recursive(shortA, shortB) + (lastA == lastB ? 0 : 1);
    best = Math.min(best, 1 + Math.min(recursive(shortA, b), recursive(a, shortB)));
    if (shortA.endsWith("" + lastB) && shortB.endsWith("" + lastA)) {
      String beforeA = shortA.substring(0, shortA.length() - 1);
      String beforeB = shortB.substring(0, shortB.length() - 1);
      best = Math.min(best, 1 + recursive(beforeA, beforeB));
    }
    return best;
  }
}
