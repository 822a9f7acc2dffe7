package org.dynlab.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerCommandTest {
  @Test
  void memoryThatSlurmGrantsIsTaken() {
    assertThat(WorkerCommand.granted(Map.of("SLURM_MEM_PER_NODE", "2048"))).contains("2048");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "", "2G", "-1"})
  void allOfTheMachineIsNoGrant(String value) {
    assertThat(WorkerCommand.granted(Map.of("SLURM_MEM_PER_NODE", value))).isEmpty();
    assertThat(WorkerCommand.granted(Map.of())).isEmpty();
  }
}
