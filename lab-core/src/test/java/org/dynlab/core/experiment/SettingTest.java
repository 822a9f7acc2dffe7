package org.dynlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dynlab.core.describe.YamlSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {
  private static final String TREE =
      "{task: {modulus: 7, label: x}, arms: {a: [{rate: 1}, {rate: 2}]},"
          + " over: {task.modulus: [1], a.b: {c.d: 2}}, none: null, empty: []}";

  private static ObjectNode tree(String yaml) {
    return new YamlSource("tree", yaml).mapping();
  }

  private static ObjectNode set(String setting) {
    return Setting.parse(setting).applyTo(tree(TREE), "--set ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "task.modulus=43 | /task/modulus | 43",
        "task.modulus=1e-3 | /task/modulus | 0.001",
        "task.label=no | /task/label | \"no\"",
        "task.label=a=b | /task/label | \"a=b\"",
        "task.label= | /task/label | null",
        "task.new={k: [1, x]} | /task/new | {\"k\":[1,\"x\"]}",
        "task={kind: other} | /task | {\"kind\":\"other\"}",
        "arms.a.1.rate=5 | /arms/a/1/rate | 5",
        "arms.a[0].rate=5 | /arms/a/0/rate | 5",
        "arms.a.0=sgd | /arms/a/0 | \"sgd\"",
        "over.task.modulus=[3, 4] | /over/task.modulus | [3,4]",
        "over.task.modulus.0=3 | /over/task.modulus/0 | 3",
        "over.a.b.c.d=9 | /over/a.b/c.d | 9",
        "over.\"x.y\"=[1] | /over/x.y | [1]",
        "\"x.y\".z=1 | /x.y/z | 1",
        "none.deep.er=1 | /none/deep/er | 1",
        "brand.new=true | /brand/new | true",
      })
  void aValueIsPutAtItsPath(String setting, String pointer, String value) {
    assertThat(set(setting).at(pointer)).hasToString(value);
  }

  @Test
  void theRestOfTheTreeStaysAndTheOldTreeIsNotTouched() {
    ObjectNode before = tree(TREE);
    ObjectNode after = Setting.parse("task.modulus=43").applyTo(before, "");
    assertThat(before).isEqualTo(tree(TREE));
    assertThat(after).isEqualTo(tree(TREE.replace("modulus: 7", "modulus: 43")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "task.modulus | --set: must be path=value, got task.modulus (for example task.modulus=43)",
        "=3 | --set: must be path=value, got =3 (for example task.modulus=43)",
        "'' | --set: must be path=value, got nothing (for example task.modulus=43)",
        "a..b=3 | --set: must be a path of keys, got a..b"
            + " (for example task.modulus or optimizer.0.learningRate)",
        ".a=3 | --set: must be a path of keys, got .a"
            + " (for example task.modulus or optimizer.0.learningRate)",
        "a.=3 | --set: must be a path of keys, got a."
            + " (for example task.modulus or optimizer.0.learningRate)",
        "a[x]=3 | --set: must be a path of keys, got a[x]"
            + " (for example task.modulus or optimizer.0.learningRate)",
        "\"a=3 | --set: must be a path of keys, got \"a"
            + " (for example task.modulus or optimizer.0.learningRate)",
        "a=[1 | --set a: must be YAML, got a syntax error: expected ',' or ']', but got"
            + " <stream end> (check brackets, quotes and indentation)",
        "arms.a.2.rate=5 | --set arms.a.2: must be 0..1, got 2 (a place in the list, counted from 0)",
        "arms.a.b=5 | --set arms.a.b: must be 0..1, got b (a place in the list, counted from 0)",
        "arms.a.99999999999=5 | --set arms.a.99999999999: must be 0..1, got 99999999999"
            + " (a place in the list, counted from 0)",
        "empty.0=5 | --set empty.0: must not lead into an empty list, got 0"
            + " (a place in the list, counted from 0)",
        "task.modulus.x=5 | --set task.modulus: must be a mapping or a list to hold x, got 7",
        "task.label.x.y=5 | --set task.label: must be a mapping or a list to hold x, got \"x\"",
      })
  void aSettingThatCannotBeReadOrPutSaysWhy(String setting, String message) {
    assertThatThrownBy(() -> set(setting)).hasMessage(message);
  }
}
