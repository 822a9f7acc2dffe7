package org.dynlab.core.describe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTreeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[1,2.5,null,true,\"x\"],\"b\":{\"c\":[]}}",
        "[9223372036854775807,9223372036854775808,1e300,0.1,-0.0]",
      })
  void jsonAndYamlGiveTheSameTree(String text) throws Exception {
    JsonNode json = new ObjectMapper().readTree(text);
    assertThat(PlainTree.of(json)).isEqualTo(new YamlSource("text", text).value());
    assertThat(PlainTree.of(PlainTree.of(json))).isEqualTo(PlainTree.of(json));
  }
}
