package org.dynlab.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dynlab.app.sweep.Loss;
import org.dynlab.app.worker.Message;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.Outcome;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
  private static final RunSpec FIRST = run(0, Map.of());
  private static final RunSpec SECOND = run(1, Map.of("batch", "64"));

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Instant now = Instant.EPOCH;
  private final ProgressLines lines =
      new ProgressLines(
          new PrintStream(printed, true, StandardCharsets.UTF_8),
          new Plan(3, List.of(FIRST, SECOND)),
          () -> now);

  private static RunSpec run(int index, Map<String, String> point) {
    ObjectNode spec = JsonNodeFactory.instance.objectNode();
    spec.putObject("budget").put("steps", 1000);
    return new RunSpec(index, "0123abcd", index, point, spec);
  }

  private void at(double seconds) {
    now = Instant.EPOCH.plusMillis(Math.round(1000 * seconds));
  }

  private static Message.Progress step(long step) {
    return new Message.Progress(step, 1000, 0.5, 1, Double.NaN);
  }

  private List<String> printed() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void aLineComesAboutEveryFiveSeconds() {
    for (int tenths = 0; tenths <= 120; tenths++) {
      at(tenths * 0.1);
      lines.progressed(FIRST, step(tenths));
    }
    assertThat(printed())
        .containsExactly(
            "0:05  1/3 runs done, ETA 3:15 | 000 step 50/1000, 10.0/s, loss 0.5000, train 1.000, eval -",
            "0:10  1/3 runs done, ETA 3:10 | 000 step 100/1000, 10.0/s, loss 0.5000, train 1.000, eval -");
  }

  @Test
  void runsSideBySideShareALine() {
    lines.progressed(FIRST, step(0));
    lines.progressed(SECOND, step(0));
    at(6);
    lines.progressed(FIRST, step(200));
    assertThat(printed())
        .containsExactly(
            "0:06  1/3 runs done, ETA 0:54"
                + " | 000 step 200/1000, 33.3/s, loss 0.5000, train 1.000, eval -"
                + " | 001 step 0/1000, 0.00/s, loss 0.5000, train 1.000, eval -");
  }

  @Test
  void everyEndingIsALine() {
    at(1);
    lines.noted(FIRST, new Message.Noted("not finite any more at step 2: hessian.top"));
    lines.ended(FIRST, new Message.Ended(Outcome.DIVERGED, "train loss is NaN at step 3", 3, 0.25));
    at(3661);
    lines.ended(SECOND, new Message.Ended(Outcome.COMPLETED, "all 1000 steps done", 1000, 2.0));
    assertThat(printed())
        .containsExactly(
            "0:01  run 000, seed 0: not finite any more at step 2: hessian.top",
            "0:01  run 000, seed 0: diverged after 3 steps in 0.3 s:"
                + " train loss is NaN at step 3 [2/3]",
            "1:01:01  run 001, seed 1, batch=64: completed after 1000 steps in 2.0 s:"
                + " all 1000 steps done [3/3]");
  }

  @Test
  void aRunThatGoesOnCountsFromWhereItWas() {
    lines.progressed(FIRST, step(900));
    at(5);
    lines.progressed(FIRST, step(950));
    assertThat(printed())
        .containsExactly(
            "0:05  1/3 runs done, ETA 1:45"
                + " | 000 step 950/1000, 10.0/s, loss 0.5000, train 1.000, eval -");
  }

  @Test
  void aFailedRunSaysWhereToLook() {
    lines.ended(FIRST, new Message.Ended(Outcome.FAILED, "the probe broke", 5, 0.25));
    assertThat(printed())
        .containsExactly(
            "0:00  run 000, seed 0: failed after 5 steps in 0.3 s: the probe broke,"
                + " see 000-0123abcd/error.txt [2/3]");
  }

  @Test
  void aLostWorkerIsALineAndItsStepsCountNoMore() {
    lines.progressed(FIRST, step(0));
    lines.progressed(SECOND, step(0));
    lines.progressed(FIRST, step(900));
    at(4);
    lines.lost(FIRST, new Loss("killed by signal 9", Path.of("logs/worker-1.log"), true));
    at(5);
    lines.progressed(SECOND, step(100));
    assertThat(printed())
        .containsExactly(
            "0:04  run 000, seed 0: worker process killed by signal 9, see logs/worker-1.log;"
                + " trying again",
            "0:05  1/3 runs done, ETA 1:35"
                + " | 001 step 100/1000, 20.0/s, loss 0.5000, train 1.000, eval -");
  }

  @Test
  void runsThatWaitAreTold() {
    at(5);
    lines.waiting("2 runs wait (Resources)");
    at(10);
    lines.waiting("");
    lines.progressed(FIRST, step(10));
    assertThat(printed())
        .containsExactly(
            "0:05  1/3 runs done, ETA ?, 2 runs wait (Resources)",
            "0:10  1/3 runs done, ETA ?" + " | 000 step 10/1000, loss 0.5000, train 1.000, eval -");
  }

  @Test
  void whatATerminalWouldObeyIsSpelledOut() {
    RunSpec run = run(0, Map.of("task.file", "\u001b[2J"));
    lines.noted(run, new Message.Noted("a\rb"));
    assertThat(printed()).containsExactly("0:00  run 000, seed 0, task.file=\\u001b[2J: a\\u000db");
  }
}
