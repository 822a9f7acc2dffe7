package org.dynlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentFileTest {

  @Test
  void aFileIsReadUnderItsOwnName(@TempDir Path folder) throws IOException {
    Path yaml = Files.writeString(folder.resolve("small.yaml"), Toy.SMALL);
    ExperimentFile file = ExperimentFile.read(yaml, List.of("task.modulus=11"));
    assertThat(file.name()).isEqualTo(yaml.toString());
    assertThat(file.tree().at("/task/modulus")).hasToString("11");
  }

  @Test
  void theLastOfTwoOverridesWins() {
    ExperimentFile twice = Toy.file(Toy.SMALL, "task.modulus=11", "task.modulus=13");
    assertThat(twice).isEqualTo(Toy.file(Toy.SMALL, "task.modulus=13"));
    ExperimentFile nested = Toy.file(Toy.SMALL, "task.modulus=11", "task={kind: parity}");
    assertThat(nested).isEqualTo(Toy.file(Toy.SMALL, "task={kind: parity}"));
  }

  @Test
  void allOverridesThatAreWrongAreNamed() {
    assertThatThrownBy(() -> Toy.file(Toy.SMALL, "steps", "model.hidden.3=4", "x=[1"))
        .hasMessage(
            "--set: must be path=value, got steps (for example task.modulus=43)\n"
                + "--set x: must be YAML, got a syntax error: expected ',' or ']', but got"
                + " <stream end> (check brackets, quotes and indentation)");
    assertThatThrownBy(() -> Toy.file(Toy.SMALL, "name.x=1", "model.hidden.3=4"))
        .hasMessage(
            "--set name: must be a mapping or a list to hold x, got \"small\"\n"
                + "--set model.hidden.3: must be 0..0, got 3 (a place in the list, counted from 0)");
  }

  @Test
  void anOverrideThatTheGridWouldUndoIsRefused() {
    assertThatThrownBy(() -> Toy.file(Toy.LARGE, "task.modulus=43"))
        .hasMessage(
            "--set task.modulus: must not be swept as well, got sweep.over.task.modulus"
                + " (set sweep.over.task.modulus=[43])");
    assertThatThrownBy(() -> Toy.file(Toy.LARGE, "optimizer={kind: sgd}"))
        .hasMessage(
            "--set optimizer: must not be swept as well, got sweep.over.optimizer"
                + " (set sweep.over.optimizer=[{kind: sgd}])");
    assertThat(Toy.file(Toy.LARGE, "sweep.over.task.modulus=[43]").tree().at("/sweep/over"))
        .hasToString("{\"optimizer\":[\"adamw\",\"sgd\"],\"task.modulus\":[43]}");
    assertThat(Toy.file(Toy.LARGE, "optimizer.adamw.0.weightDecay=3").tree())
        .isNotEqualTo(Toy.file(Toy.LARGE).tree());
  }
}
