package org.dynlab.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dynlab.core.instrument.Fit;
import org.junit.jupiter.api.Test;

class ReportingProgressTest {
  private static final long MILLISECOND = 1_000_000;

  private final List<Message> said = new ArrayList<>();
  private final AtomicBoolean stop = new AtomicBoolean();
  private long now = -5 * MILLISECOND;
  private final ReportingProgress progress = limited(Long.MAX_VALUE);

  private ReportingProgress limited(long nanos) {
    return new ReportingProgress(said::add, stop, () -> now, nanos);
  }

  @Test
  void newsComeAtMostFiveTimesASecondBeginningWithTheFirstStep() {
    for (int step = 0; step <= 1000; step++) {
      progress.at(step, 1000, new Fit(0.5, 0.25), 0.125);
      now += MILLISECOND;
    }
    assertThat(said)
        .extracting(message -> ((Message.Progress) message).step())
        .containsExactly(0L, 200L, 400L, 600L, 800L, 1000L);
    assertThat(said.get(1)).isEqualTo(new Message.Progress(200, 1000, 0.5, 0.25, 0.125));
  }

  @Test
  void aStopIsPassedOn() {
    assertThat(progress.stopRequested()).isFalse();
    stop.set(true);
    assertThat(progress.stopRequested()).isTrue();
  }

  @Test
  void aLimitCountsFromTheFirstStep() {
    ReportingProgress brief = limited(500 * MILLISECOND);
    now += 1000 * MILLISECOND;
    assertThat(brief.stopRequested()).isFalse();
    brief.at(0, 1000, new Fit(0.5, 0.25), 0.125);
    now += 499 * MILLISECOND;
    assertThat(brief.stopRequested()).isFalse();
    now += MILLISECOND;
    assertThat(brief.stopRequested()).isTrue();
  }
}
