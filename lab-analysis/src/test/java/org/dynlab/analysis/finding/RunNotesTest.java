package org.dynlab.analysis.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dynlab.analysis.LeftOut;
import org.junit.jupiter.api.Test;

class RunNotesTest {
  private static final List<LeftOut> RUNS =
      List.of(
          new LeftOut("000-a", "failed"),
          new LeftOut("001-b", "no rise"),
          new LeftOut("002-c", "failed"));

  @Test
  void runsOfOneReasonShareANoteAndNoneIsLost() {
    assertThat(RunNotes.leftOut("", RUNS))
        .containsExactly("2 runs left out: failed (000-a, 002-c)", "run 001-b left out: no rise");
    assertThat(RunNotes.remarks("t_DD of eval.loss", RUNS))
        .containsExactly(
            "t_DD of eval.loss, 2 runs: failed (000-a, 002-c)",
            "t_DD of eval.loss, run 001-b: no rise");
    assertThat(RunNotes.leftOut("t", List.of())).isEmpty();
  }
}
