package org.dynlab.core.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.dynlab.core.describe.Garden.Bed;
import org.dynlab.core.describe.Garden.Calendar;
import org.dynlab.core.describe.Garden.Plant;
import org.dynlab.core.describe.Garden.Rose;
import org.dynlab.core.describe.Garden.Steady;
import org.dynlab.core.describe.Garden.Water;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordWriterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bed | {plot: {rows: 4}}",
        "Bed | {notes: [no, null, 1.5], plot: {seed: 3, rows: 4}, fence: 1e3, guests: []}",
        "Bed | {plot: {rows: 4}, plants: [moss, {kind: rose, water: rain}], taps: {b: 1, a: 2}}",
        "Calendar | {days: 3..9}",
        "Plot | {rows: 100, light: 1e-3, watered: false, label: 'a: b', season: x2PlusY}",
        "Rose | {}",
        "Rose | {kind: rose}",
        "Water | 3",
        "Plant | moss",
      })
  void readingWhatWasWrittenGivesTheSameRecord(String name, String yaml) throws Exception {
    Class<?> type = Class.forName(Garden.class.getName() + "$" + name);
    Object record = Garden.read(yaml, type);
    JsonNode tree = Garden.WRITER.toTree(record);
    assertThat((Object) Garden.READER.read(tree, type, "")).isEqualTo(record);
    assertThat(Garden.WRITER.toTree(Garden.READER.read(tree, type, ""))).isEqualTo(tree);
    JsonNode throughJson = new ObjectMapper().readTree(tree.toString());
    assertThat((Object) Garden.READER.read(throughJson, type, "")).isEqualTo(record);
    JsonNode throughYaml = Garden.tree(YamlText.of(tree));
    assertThat((Object) Garden.READER.read(throughYaml, type, "")).isEqualTo(record);
  }

  @Test
  void kindStandsFirstAndComponentsKeepTheirOrder() {
    assertThat(Garden.WRITER.toTree(Garden.read("{kind: rose}", Plant.class)))
        .hasToString(
            "{\"kind\":\"rose\",\"colour\":\"red\",\"water\":{\"kind\":\"steady\",\"amount\":0.1}}");
    assertThat(
            Garden.WRITER.toTree(
                Garden.read("{taps: {b: 1, a: 2}, plot: {season: spring, rows: 8}}", Bed.class)))
        .hasToString(
            "{\"plot\":{\"rows\":8,\"seed\":7,\"light\":0.5,\"watered\":true,\"label\":\"plain\","
                + "\"season\":\"spring\"},\"plants\":[],\"taps\":{\"b\":{\"kind\":\"steady\","
                + "\"amount\":1.0},\"a\":{\"kind\":\"steady\",\"amount\":2.0}},"
                + "\"notes\":{\"a\":[1]}}");
  }

  @Test
  void theKindIsWrittenOnlyWhereAFamilyIsExpected() {
    assertThat(Garden.WRITER.toTree(new Steady(1)))
        .hasToString("{\"kind\":\"steady\",\"amount\":1.0}");
    assertThat(Garden.WRITER.toTree(new Steady(1), Water.class))
        .hasToString("{\"kind\":\"steady\",\"amount\":1.0}");
    assertThat(Garden.WRITER.toTree(new Steady(1), Steady.class)).hasToString("{\"amount\":1.0}");
    assertThat(Garden.WRITER.toTree(Garden.read("{days: 1..2}", Calendar.class)))
        .hasToString("{\"days\":\"1..2\",\"nights\":\"1..2\"}");
  }

  record Stray() implements Plant {}

  @Test
  void aMemberNobodyListedCannotBeWritten() {
    assertThatThrownBy(() -> Garden.WRITER.toTree(new Stray(), Plant.class))
        .hasMessage(Stray.class + " is not a listed plant");
    assertThat(Garden.WRITER.toTree(new Rose("red", new Steady(1))).path("kind").textValue())
        .isEqualTo("rose");
  }
}
