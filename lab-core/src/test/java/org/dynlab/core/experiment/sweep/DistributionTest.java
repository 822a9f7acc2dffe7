package org.dynlab.core.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dynlab.core.experiment.sweep.Distribution.IntegerRange;
import org.dynlab.core.experiment.sweep.Distribution.LogUniform;
import org.dynlab.core.experiment.sweep.Distribution.OneOf;
import org.dynlab.core.experiment.sweep.Distribution.Uniform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten thousand draws have the quantiles that the distribution has. */
class DistributionTest {
  private static final int DRAWS = 10_000;

  /** Five standard errors of a share near one half. */
  private static final double FAR = 5 * Math.sqrt(0.25 / DRAWS);

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static List<JsonNode> draws(Distribution distribution) {
    return new RandomPoints(DRAWS, 1, Map.of("a", distribution))
        .points().stream().map(point -> point.get("a")).toList();
  }

  private static double share(List<JsonNode> draws, double below) {
    return draws.stream().filter(draw -> draw.doubleValue() < below).count() / (double) DRAWS;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99})
  void logarithmsAreUniform(double share) {
    List<JsonNode> draws = draws(new LogUniform(1e-4, 0.1));
    assertThat(share(draws, 1e-4 * Math.pow(1e3, share))).isCloseTo(share, within(FAR));
    assertThat(draws).allMatch(draw -> draw.doubleValue() >= 1e-4 && draw.doubleValue() <= 0.1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99})
  void numbersAreUniform(double share) {
    List<JsonNode> draws = draws(new Uniform(-3, 5));
    assertThat(share(draws, -3 + 8 * share)).isCloseTo(share, within(FAR));
    assertThat(draws).allMatch(draw -> draw.doubleValue() >= -3 && draw.doubleValue() <= 5);
  }

  @Test
  void wholeNumbersAreEquallyLikelyBothBoundsIncluded() {
    Map<JsonNode, Long> counts = counts(draws(new IntegerRange(-2, 2)));
    assertThat(counts).hasSize(5).containsKeys(NODES.numberNode(-2L), NODES.numberNode(2L));
    assertThat(counts.values()).allMatch(count -> Math.abs(count / (double) DRAWS - 0.2) < FAR);
  }

  @Test
  void listedValuesAreEquallyLikely() {
    List<JsonNode> values = List.of(NODES.textNode("relu"), NODES.nullNode(), NODES.numberNode(1L));
    Map<JsonNode, Long> counts = counts(draws(new OneOf(values)));
    assertThat(counts).containsOnlyKeys(values);
    assertThat(counts.values()).allMatch(count -> Math.abs(count * 3.0 / DRAWS - 1) < 3 * FAR);
  }

  private static Map<JsonNode, Long> counts(List<JsonNode> draws) {
    return draws.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  @Test
  void numbersHaveSixDigitsAndStayWithinTheirBounds() {
    for (JsonNode draw : draws(new LogUniform(1e-4, 0.1))) {
      BigDecimal decimal = new BigDecimal(draw.toString()).stripTrailingZeros();
      assertThat(decimal.precision()).isLessThanOrEqualTo(6);
    }
    double low = 1.00000001;
    double high = 1.00000002;
    assertThat(draws(new Uniform(low, high)))
        .allMatch(draw -> draw.doubleValue() >= low && draw.doubleValue() <= high);
  }
}
