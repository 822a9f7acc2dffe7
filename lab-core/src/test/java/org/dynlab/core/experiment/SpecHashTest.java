package org.dynlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.dynlab.core.describe.YamlSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecHashTest {

  private static JsonNode tree(String yaml) {
    return new YamlSource("tree", yaml).value();
  }

  private static List<String> hashes(String yaml, String... overrides) {
    return Toy.expand(yaml, overrides).runs().stream().map(RunSpec::hash).toList();
  }

  @Test
  void canonicalTextHasSortedKeysAndExactNumbers() {
    assertThat(SpecHash.canonical(tree("{b: [1, 0.5, 0.1], a: {d: \"x\\n\", c: null, e: true}}")))
        .isEqualTo(
            "{\"a\":{\"c\":null,\"d\":\"x\\n\",\"e\":true},\"b\":[1,0.5,"
                + "0.1000000000000000055511151231257827021181583404541015625]}");
  }

  /**
   * First digits of {@code printf '{"seed":7,"spec":{"a":1,"b":0.5}}' | sha256sum}, coreutils 9.1.
   */
  @Test
  void theHashIsTheBeginningOfTheSha256OfTheCanonicalText() {
    assertThat(SpecHash.of(tree("{b: 0.5, name: any, a: 1}")).with(7)).isEqualTo("186d6de7");
  }

  @Test
  void keyOrderSpellingAndNameDoNotMatter() {
    String reordered =
        """
        optimizer: [{learningRate: {value: 1e-1, kind: constant}, kind: sgd}]
        budget: {steps: 1e1}
        name: other
        probes: []
        model: {hidden: [8.0], kind: mlp, bias: true}
        task: {modulus: 7, trainFraction: 0.50, kind: modular}
        claims: [{that: it ends, final: eval.loss, value: {atMost: 1}}]
        """;
    assertThat(hashes(reordered)).isEqualTo(hashes(Toy.SMALL));
    assertThat(hashes(Toy.SMALL, "name=renamed")).isEqualTo(hashes(Toy.SMALL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "task.modulus=8",
        "budget.steps=11",
        "batch=7",
        "precision=double",
        "sweep.seeds=[1]",
        "optimizer.learningRate=0.2",
        "probes=[weights]",
        "task=parity"
      })
  void everythingElseMatters(String override) {
    assertThat(hashes(Toy.SMALL, override)).doesNotContainAnyElementsOf(hashes(Toy.SMALL));
  }
}
