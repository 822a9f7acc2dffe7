package org.dynlab.store.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;

/** Claims on the course of a column rather than on one of its values. */
class ValueClaimTest {
  private static Claim claim(String singleQuoted) {
    try {
      return Claim.fromTree(new ObjectMapper().readTree(singleQuoted.replace('\'', '"')), "c");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void risesFallsAndCorrelationsAreReadAndWrittenAsTheyStand() {
    for (String what :
        List.of(
            "'rise': 'mi.a', 'value'",
            "'fall': 'mi.a', 'value'",
            "'correlation': {'train.loss': 'rank'}, 'value'",
            "'correlationOverRuns': {'c': 'gap'}, 'value'",
            "'fall': 'mi.a', 'against': {'x': 'y'}, 'ratio'")) {
      Claim claim = claim("{'that': 'x', " + what + ": {'atLeast': 0.5}}");
      assertThat(Claim.fromTree(claim.toTree(), "again").toTree()).isEqualTo(claim.toTree());
      String key = what.substring(1, what.indexOf("':"));
      assertThat(claim.toTree().has(key)).isTrue();
      assertThat(claim.measured().readings().get(0).key()).isEqualTo(key);
    }
    assertThat(claim("{'that': 'x', 'fall': 'a', 'value': {'atMost': 1}}").measured())
        .isEqualTo(new Measured.Fall("a"));
  }

  @Test
  void aCorrelationOverRunsIsOneNumberForAllOfThem() {
    assertThatThrownBy(
            () ->
                claim(
                    "{'that': 'x', 'correlationOverRuns': {'a': 'b'}, 'share': 0.5,"
                        + " 'value': {'atLeast': 0}}"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must not have against or share beside correlationOverRuns");
    assertThatThrownBy(
            () -> claim("{'that': 'x', 'correlation': {'a': 3}, 'value': {'atLeast': 0}}"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be the name of a column, got 3");
  }

  @Test
  void aNumberThatAnAnalysisFoundIsOneForAllRuns() {
    Claim claim = claim("{'that': 'x', 'found': 'latentStates.states', 'value': {'atMost': 4}}");
    assertThat(claim.measured()).isEqualTo(new Measured.Found("latentStates.states"));
    assertThat(Claim.fromTree(claim.toTree(), "again")).isEqualTo(claim);
    assertThatThrownBy(
            () ->
                claim(
                    "{'that': 'x', 'found': 'latentStates.states', 'share': 0.5,"
                        + " 'value': {'atLeast': 0}}"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must not have against or share beside found");
  }

  @Test
  void aFoundNumberMayBeOfAColumn() {
    Measured.Found found = new Measured.Found("staircases.rises of epsilon_rank.layer1.abs_1e-6");
    assertThat(found.kind()).isEqualTo("staircases.rises");
    assertThat(found.column()).hasValue("epsilon_rank.layer1.abs_1e-6");
    assertThat(found.readings())
        .containsExactly(new Measured.Reading("found", "epsilon_rank.layer1.abs_1e-6"));
    assertThat(new Measured.Found("scores.gap").readings()).isEmpty();
  }
}
