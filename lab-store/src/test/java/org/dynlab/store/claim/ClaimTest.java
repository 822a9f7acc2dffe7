package org.dynlab.store.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEYS =
      "that, stepsTo, over, final, at, rise, fall, correlation, correlationOverRuns, found, arm, against,"
          + " ratio, steps, value, share";

  private static JsonNode tree(String singleQuoted) {
    try {
      return JSON.readTree(singleQuoted.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Claim claim(String singleQuoted) {
    return Claim.fromTree(tree(singleQuoted), "claims[0]");
  }

  @Test
  void aRatioOfFirstStepsIsRead() {
    Claim claim =
        claim(
            "{'that': 'late', 'stepsTo': {'eval.accuracy': 0.9}, 'over': {'train.accuracy': 0.99},"
                + " 'ratio': {'atLeast': 2}, 'share': 0.9}");
    assertThat(claim)
        .isEqualTo(
            new Claim(
                "late",
                new Measured.FirstStep(
                    Threshold.rising("eval.accuracy", 0.9),
                    Optional.of(Threshold.rising("train.accuracy", 0.99))),
                Map.of(),
                Map.of(),
                new Bounds(2.0, null),
                0.9));
    assertThat(claim.quantity()).isEqualTo("ratio");
  }

  @Test
  void stepsAreReadWithEveryRunAsTheDefaultShare() {
    Claim claim =
        claim(
            "{'that': 'soon', 'stepsTo': {'eval.accuracy': 0.99},"
                + " 'steps': {'atLeast': 15, 'atMost': 60}}");
    assertThat(claim.measured())
        .isEqualTo(
            new Measured.FirstStep(Threshold.rising("eval.accuracy", 0.99), Optional.empty()));
    assertThat(claim.bounds()).isEqualTo(new Bounds(15.0, 60.0));
    assertThat(claim.share()).isEqualTo(1.0);
    assertThat(claim.quantity()).isEqualTo("steps");
  }

  @Test
  void aFinalValueIsRead() {
    Claim claim = claim("{'that': 'x', 'final': 'eval.accuracy', 'value': {'atMost': 0.5}}");
    assertThat(claim.measured()).isEqualTo(new Measured.FinalValue("eval.accuracy"));
    assertThat(claim.bounds()).isEqualTo(new Bounds(null, 0.5));
    assertThat(claim.quantity()).isEqualTo("value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'that':'a','stepsTo':{'a.b':1},'steps':{'atLeast':1}}",
        "{'that':'a','stepsTo':{'a.b':-1e300},'steps':{'atLeast':1,'atMost':1},'share':1e-9}",
        "{'that':'a','stepsTo':{'a.b.c':0},'over':{'a.b':3},'ratio':{'atMost':0.1},'share':0.5}",
        "{'that':'a: {b}','final':'a','value':{'atLeast':-3.5},'share':1}",
        "{'that':'a','at':{'a.b':1000},'value':{'atLeast':-3.5}}",
        "{'that':'a','stepsTo':{'a':{'atMost':2}},'over':{'b':{'atMost':1}},'ratio':{'atMost':3}}",
        "{'that':'a','at':{'a':0},'arm':{'m.h':'[50, 50]'},'against':{'m.h':'[2]'},"
            + "'ratio':{'atMost':3}}",
      })
  void readingWhatWasWrittenGivesTheSameClaim(String text) {
    Claim claim = claim(text);
    assertThat(Claim.fromTree(claim.toTree(), "again")).isEqualTo(claim);
    assertThat(claim(claim.toTree().toString())).isEqualTo(claim);
  }

  @Test
  void theTreeHasTheKeysOfTheConfigInItsOrder() {
    assertThat(
            claim("{'that':'a','stepsTo':{'a.b':1},'over':{'c.d':2},'ratio':{'atLeast':3}}")
                .toTree())
        .hasToString(
            "{\"that\":\"a\",\"stepsTo\":{\"a.b\":1.0},\"over\":{\"c.d\":2.0},"
                + "\"ratio\":{\"atLeast\":3.0},\"share\":1.0}");
  }

  static Stream<Arguments> wrongParts() {
    return Stream.of(
        Arguments.of(
            "'grok'", List.of("claims[0]: must be a claim with keys " + KEYS + ", got \"grok\"")),
        Arguments.of(
            "{'that':'a','stepTo':{'a.b':1},'steps':{'atLeast':1}}",
            List.of(
                "claims[0]: must have no other keys than "
                    + KEYS
                    + ", got stepTo (did you mean stepsTo?)",
                "claims[0]: must have one of stepsTo, final, at, rise, fall, correlation,"
                    + " correlationOverRuns and found, got nothing")),
        Arguments.of(
            "{'stepsTo':{'a.b':1}}",
            List.of(
                "claims[0].that: must be given, got nothing",
                "claims[0].steps: must be given, got nothing")),
        Arguments.of(
            "{'that':'a','stepsTo':{'a.b':1},'final':'c','steps':{'atLeast':1}}",
            List.of(
                "claims[0]: must have one of stepsTo, final, at, rise, fall, correlation,"
                    + " correlationOverRuns and found, got stepsTo and final")),
        Arguments.of(
            "{'that':'a','final':'c','over':{'a.b':1},'value':{'atLeast':1}}",
            List.of("claims[0].over: must stand beside stepsTo, got a claim without stepsTo")),
        Arguments.of(
            "{'that':'a','final':'c','steps':{'atLeast':1}}",
            List.of("claims[0].steps: must stand beside stepsTo alone, got a claim on final")),
        Arguments.of(
            "{'that':'a','stepsTo':{'a.b':1},'ratio':{'atLeast':1}}",
            List.of("claims[0].ratio: must stand beside over or against, got a claim on stepsTo")),
        Arguments.of(
            "{'that':'a','stepsTo':{'a.b':1},'over':{'c':1},'steps':{'atLeast':1}}",
            List.of(
                "claims[0].steps: must stand beside stepsTo alone, got a claim on stepsTo"
                    + " and over")));
  }

  static Stream<Arguments> wrongValues() {
    return Stream.of(
        Arguments.of(
            "{'that':3,'stepsTo':{'a.b':1,'c':2},'steps':7}",
            List.of(
                "claims[0].that: must be a text, got 3",
                "claims[0].stepsTo: must be one column with its value, {column: value} or"
                    + " {column: {atMost: value}}, got"
                    + " {\"a.b\":1,\"c\":2}",
                "claims[0].steps: must be {atLeast: number, atMost: number}, one of them or both,"
                    + " got 7")),
        Arguments.of(
            "{'that':'a','stepsTo':{'a.b':'NaN'},'steps':{'atLeast':true,'atmost':2}}",
            List.of(
                "claims[0].stepsTo.a.b: must be a finite number, got \"NaN\"",
                "claims[0].steps: must have no other keys than atLeast, atMost, got atmost"
                    + " (did you mean atMost?)",
                "claims[0].steps.atLeast: must be a finite number, got true")),
        Arguments.of(
            "{'that':' ','stepsTo':{'a.b':1},'steps':{}}",
            List.of(
                "claims[0].that: must be a text, got \" \"",
                "claims[0].steps: must have atLeast or atMost, got neither")));
  }

  static Stream<Arguments> wrongComparisons() {
    return Stream.of(
        Arguments.of(
            "{'that':'a','stepsTo':{'a.b':{'atmost':1}},'steps':{'atLeast':1}}",
            List.of(
                "claims[0].stepsTo.a.b: must be a number, {atLeast: number} or {atMost: number}, got"
                    + " {\"atmost\":1}")),
        Arguments.of(
            "{'that':'a','at':{'a.b':-1},'arm':{},'against':3,'ratio':{'atLeast':1}}",
            List.of(
                "claims[0].at.a.b: must be a step, a whole number from 0, got -1",
                "claims[0].arm: must be swept settings, {path: value}, got {}",
                "claims[0].against: must be swept settings, {path: value}, got 3")),
        Arguments.of(
            "{'that':'a','stepsTo':{'a':1},'over':{'b':1},'against':{'c':'d'},"
                + "'ratio':{'atLeast':1}}",
            List.of("claims[0].against: must not stand beside over, got both")),
        Arguments.of(
            "{'that':'a','stepsTo':{'a.b':1},'steps':{'atLeast':3,'atMost':2}}",
            List.of("claims[0].steps: atLeast must not exceed atMost, got 3.0 > 2.0")));
  }

  @ParameterizedTest
  @MethodSource({"wrongParts", "wrongValues", "wrongComparisons"})
  void everythingThatIsWrongIsSaidAtOnce(String text, List<String> lines) {
    UserError error = catchThrowableOfType(UserError.class, () -> claim(text));
    assertThat(error).isNotNull();
    assertThat(error.problems().stream().map(Problem::line).collect(Collectors.toList()))
        .isEqualTo(lines);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.5", "1.0000001", "'half'", "null", "[1]"})
  void theShareIsWithinZeroAndOne(String share) {
    assertThatThrownBy(
            () ->
                claim("{'that':'a','final':'c','value':{'atLeast':1},'share':%s}".formatted(share)))
        .isInstanceOf(UserError.class)
        .hasMessage("claims[0].share: must be a number in (0, 1], got " + share.replace('\'', '"'));
  }

  @Test
  void numbersThatAreNoNumbersAreRefused() {
    ObjectNode node = (ObjectNode) tree("{'that':'a','final':'c'}");
    node.put("share", Double.NaN).putObject("value").put("atLeast", Double.POSITIVE_INFINITY);
    assertThatThrownBy(() -> Claim.fromTree(node, "c"))
        .hasMessage(
            """
            c.value.atLeast: must be a finite number, got "Infinity"
            c.share: must be a number in (0, 1], got "NaN\"""");
  }

  @Test
  void boundsAreClosedAndNeverHoldNaN() {
    Bounds bounds = new Bounds(1.0, 2.0);
    assertThat(bounds.contains(1.0)).isTrue();
    assertThat(bounds.contains(2.0)).isTrue();
    assertThat(bounds.contains(Math.nextUp(2.0))).isFalse();
    assertThat(bounds.contains(Math.nextDown(1.0))).isFalse();
    assertThat(bounds.contains(Double.NaN)).isFalse();
    assertThat(new Bounds(null, 2.0).contains(Double.NEGATIVE_INFINITY)).isTrue();
    assertThat(new Bounds(1.0, null).contains(Double.NaN)).isFalse();
  }

  @Test
  void partsThatDoNotBelongTogetherCannotBeBuilt() {
    assertThatThrownBy(() -> new Bounds(null, null)).hasMessage("bounds need atLeast or atMost");
    assertThatThrownBy(() -> new Bounds(2.0, 1.0)).hasMessage("atLeast must not exceed atMost");
    assertThatThrownBy(() -> new Bounds(Double.NaN, 1.0)).hasMessage("atLeast must be finite");
    assertThatThrownBy(() -> Threshold.rising("a", Double.NaN))
        .hasMessage("the value of a threshold must be finite");
    Threshold loss = Threshold.falling("a", 1);
    Measured ratio = new Measured.FirstStep(loss, Optional.of(loss));
    assertThatThrownBy(
            () -> new Claim("a", ratio, Map.of(), Map.of("b", "c"), new Bounds(1.0, null), 1))
        .hasMessage("either over or against");
  }

  @Test
  void aFallingThresholdIsReachedFromAbove() {
    Claim claim =
        claim("{'that':'a','stepsTo':{'train.loss':{'atMost':0.001}},'steps':{'atMost':9}}");
    assertThat(claim.measured())
        .isEqualTo(
            new Measured.FirstStep(Threshold.falling("train.loss", 0.001), Optional.empty()));
    assertThat(Threshold.falling("a", 1).reachedBy(1)).isTrue();
    assertThat(Threshold.falling("a", 1).reachedBy(Math.nextUp(1.0))).isFalse();
    assertThat(Threshold.falling("a", 1).reachedBy(Double.NaN)).isFalse();
    assertThat(Threshold.rising("a", 1).reachedBy(1)).isTrue();
    assertThat(Threshold.rising("a", 1).reachedBy(Double.NaN)).isFalse();
  }

  @Test
  void armsAreHeldAgainstEachOtherByARatio() {
    Claim claim =
        claim(
            "{'that':'a','final':'train.loss','arm':{'model.x':'b'},'against':{'model.x':'c'},"
                + "'ratio':{'atMost':0.2}}");
    assertThat(claim.arm()).isEqualTo(Map.of("model.x", "b"));
    assertThat(claim.against()).isEqualTo(Map.of("model.x", "c"));
    assertThat(claim.quantity()).isEqualTo("ratio");
  }
}
