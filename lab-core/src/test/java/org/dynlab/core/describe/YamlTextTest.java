package org.dynlab.core.describe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class YamlTextTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> TEXTS =
      List.of(
          "plain",
          "no",
          "ON",
          "null",
          "~",
          "",
          " lead",
          "trail ",
          "a: b",
          "a #b",
          "- x",
          "[x",
          "{y",
          "*star",
          "&amp",
          "!bang",
          "%p",
          "@at",
          "`tick",
          "'single'",
          "\"double\"",
          "back\\",
          "line\nbreak",
          "tab\t",
          "ü",
          "日本",
          "\u0085\u2028\u2029\uFEFF\u007f\u0001",
          "1e3",
          "12",
          ".nan",
          "2001-01-01",
          "eval.accuracy",
          "configs/a.yaml",
          "?",
          "---",
          "...",
          "<<",
          "😀");

  @RepeatedTest(200)
  void readingTheTextGivesTheSameTree(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    JsonNode tree = mapping(random, 4);
    assertThat(new YamlSource("text", YamlText.of(tree)).value()).isEqualTo(tree);
    assertThat(new YamlSource("text", YamlText.flow(tree)).value()).isEqualTo(tree);
  }

  private static JsonNode node(Random random, int depth) {
    int choice = random.nextInt(depth > 0 ? 8 : 5);
    if (choice == 0) {
      return NODES.numberNode(random.nextLong());
    } else if (choice == 1) {
      return NODES.numberNode(number(random));
    } else if (choice == 2) {
      return random.nextBoolean() ? NODES.booleanNode(random.nextBoolean()) : NODES.nullNode();
    } else if (choice < 5) {
      return NODES.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
    }
    return choice == 5 ? sequence(random, depth - 1) : mapping(random, depth - 1);
  }

  private static double number(Random random) {
    int choice = random.nextInt(8);
    return choice == 0 ? Double.NaN : choice == 1 ? 1.0 / 0 : choice == 2 ? -1.0 / 0 : any(random);
  }

  private static double any(Random random) {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isNaN(value) ? 0.5 : value;
  }

  private static ArrayNode sequence(Random random, int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int i = random.nextInt(5); i > 0; i--) {
      array.add(node(random, depth));
    }
    return array;
  }

  private static ObjectNode mapping(Random random, int depth) {
    ObjectNode object = NODES.objectNode();
    for (int i = random.nextInt(5); i > 0; i--) {
      String key = TEXTS.get(random.nextInt(TEXTS.size()));
      object.set(key.isEmpty() ? "key" : key, node(random, depth));
    }
    return object;
  }

  @Test
  void shortPartsStandOnOneLineAndLongOnesBelowEachOther() {
    String text =
        """
        name: first-light
        task: {kind: modularArithmetic, operation: add, modulus: 97, label: "no"}
        optimizer:
          adamw: [{kind: adamw, learningRate: 0.01, weightDecay: 1.0}]
          wand:
            - {kind: wand, timeStep: 0.003, temperature: 0.5, friction: 0.5, targetLogLoss: -8}
            - kind: clip
              reason: "a long sentence that, with the rest of this mapping, does not fit a line"
              norm: 1.0
              after: [1, 2, 3]
        probes: []
        """;
    assertThat(YamlText.of(new YamlSource("text", text).value())).isEqualTo(text);
  }
}
