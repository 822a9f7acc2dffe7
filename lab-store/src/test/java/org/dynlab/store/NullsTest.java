package org.dynlab.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of JSON in which one value after the other is null, or a null stands among the others. */
class NullsTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @TempDir private Path folder;

  /** All trees that differ from this one by one null. */
  private static List<JsonNode> withNull(JsonNode tree) {
    List<JsonNode> changed = new ArrayList<>();
    changed.add(NODES.nullNode());
    if (tree instanceof ObjectNode object) {
      for (String key : object.properties().stream().map(Map.Entry::getKey).toList()) {
        withNull(object.get(key)).forEach(inner -> changed.add(object.deepCopy().set(key, inner)));
      }
      changed.add(object.deepCopy().putNull("added"));
    } else if (tree instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int place = i;
        withNull(array.get(i)).forEach(inner -> changed.add(set(array, place, inner)));
      }
      changed.add(array.deepCopy().addNull());
    }
    return changed;
  }

  private static ArrayNode set(ArrayNode array, int place, JsonNode element) {
    ArrayNode copy = array.deepCopy();
    copy.set(place, element);
    return copy;
  }

  @ParameterizedTest
  @EnumSource(names = {"MANIFEST", "PLAN", "JOURNAL", "FORECAST"})
  void aNullIsRefusedInALineOrReadAsNothing(StoredFile file) throws IOException {
    StoredFile.writeAll(folder);
    Path path = file.in(folder);
    String all = Files.readString(path);
    String first = file == StoredFile.MANIFEST ? all : all.lines().findFirst().orElseThrow();
    int refused = 0;
    for (JsonNode changed : withNull(MAPPER.readTree(first))) {
      String text = changed + "\n";
      Files.writeString(path, text);
      try {
        file.read(folder, Files.readAllBytes(path));
      } catch (UserError error) {
        refused++;
        assertThat(error.problems()).isNotEmpty();
        assertThat(error.getMessage()).startsWith(path.toString());
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void aManifestWithNullsInItsListsIsRefused() throws IOException {
    SampleRun.write(folder.resolve("run"));
    Path file = folder.resolve("run/manifest.json");
    ObjectNode tree = (ObjectNode) MAPPER.readTree(file.toFile());
    tree.putArray("continued").addNull();
    Files.writeString(file, tree.toString());
    assertThatThrownBy(() -> Manifest.read(file))
        .isInstanceOf(UserError.class)
        .hasMessage(file + ": continued.[0]: must be what docs/run-directory.md says, got null");
  }
}
