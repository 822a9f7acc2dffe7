package org.dynlab.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineTest {

  static Stream<Message> messages() {
    return Stream.of(
        new Message.Progress(3, 20, 0.1, Double.NaN, 1.0 / 3),
        new Message.Progress(3, 20, Double.POSITIVE_INFINITY, 0, 0),
        new Message.Ended(Outcome.DIVERGED, "train loss is NaN\nat step 3", 3, 0.25),
        new Message.Refused(List.of("task.modulus: must be prime, got 8", "ε")),
        new Message.Broken("no space left on device"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyMessageIsOneLineAndComesBackEqual(Message message) {
    String line = JsonLine.of(message);
    assertThat(line).doesNotContain("\n");
    assertThat(JsonLine.parse(line, Message.class)).contains(message);
  }

  @Test
  void theEventIsNamed() {
    assertThat(JsonLine.of(new Message.Progress(3, 20, 0.1, 0.2, 0.3)))
        .isEqualTo(
            "{\"event\":\"progress\",\"step\":3,\"steps\":20,\"loss\":0.1,"
                + "\"trainAccuracy\":0.2,\"evalAccuracy\":0.3}");
  }

  @Test
  void anAssignmentGivesTheSameRun() {
    ObjectNode spec = JsonNodeFactory.instance.objectNode();
    spec.put("learningRate", 0.1).putObject("budget").put("steps", 20L);
    Map<String, String> point = new LinkedHashMap<>();
    point.put("z", "1");
    point.put("a", "2");
    RunSpec run = new RunSpec(3, "0123abcd", Long.MIN_VALUE, point, spec);
    String line = JsonLine.of(Assignment.of(run, Path.of("/a folder/ü"), 0.5));
    Assignment assignment = JsonLine.parse(line, Assignment.class).orElseThrow();
    assertThat(assignment.run().spec().toString()).isEqualTo(spec.toString());
    assertThat(assignment.run().point().toString()).isEqualTo("{z=1, a=2}");
    assertThat(assignment.run().seed()).isEqualTo(Long.MIN_VALUE);
    assertThat(assignment.folder()).isEqualTo("/a folder/ü");
    assertThat(assignment.limitNanos()).isEqualTo(500_000_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "OpenBLAS warning", "{", "{\"event\":\"greeting\"}", "null", "[1]"})
  void anythingElseIsNoMessage(String line) {
    assertThat(JsonLine.parse(line, Message.class)).isEmpty();
  }
}
