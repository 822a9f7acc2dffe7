package org.dynlab.app.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryAdviceTest {
  @Test
  void moreWorkersThanFitAreToldWithNumbers() {
    assertThat(MemoryAdvice.on(32, 8e9)).isEmpty();
    assertThat(MemoryAdvice.on(33, 8e9))
        .contains(
            "lab: --jobs 33: so many workers take at least 8.3 GB and this machine has 8.0 GB"
                + " (at most 32 fit)");
    assertThat(MemoryAdvice.on(1)).isEmpty();
  }
}
