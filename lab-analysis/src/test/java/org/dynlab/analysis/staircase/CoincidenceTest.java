package org.dynlab.analysis.staircase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dynlab.analysis.statistics.SeedStream;
import org.junit.jupiter.api.Test;

class CoincidenceTest {
  private static Events run(List<Double> rises, List<Double> drops) {
    return new Events(rises, drops, 0, 10_000);
  }

  @Test
  void eventsThatComeTogetherInEveryRunAreNoChance() {
    List<Events> runs = new ArrayList<>();
    for (int k = 0; k < 6; k++) {
      double shift = 300.0 * k;
      runs.add(
          run(List.of(2000 + shift, 6000 + shift), List.of(2100 + shift, 6100 + shift, 9900.0)));
    }
    Coincidence found = Coincidence.of(runs, 1);
    assertThat(found.rises()).isEqualTo(12);
    assertThat(found.drops()).isEqualTo(18);
    assertThat(found.share()).isEqualTo(1);
    assertThat(found.chance()).isBetween(0.1, 0.4);
    assertThat(found.p()).isLessThan(0.01);
    assertThat(Coincidence.of(runs, 1)).isEqualTo(found);
  }

  /** p ≤ 0.05 in at most one of twenty pairs that have nothing to do with each other. */
  @Test
  void unrelatedEventsAreSeldomCalledAligned() {
    long alarms =
        IntStream.range(0, 200)
            .parallel()
            .filter(
                k -> {
                  SplittableRandom random = SeedStream.of(8, k);
                  List<Events> runs = new ArrayList<>();
                  for (int r = 0; r < 5; r++) {
                    runs.add(
                        run(
                            random.doubles(2, 0, 10_000).boxed().toList(),
                            random.doubles(2, 0, 10_000).boxed().toList()));
                  }
                  return Coincidence.of(runs, k).p() <= 0.05;
                })
            .count();
    assertThat(alarms).isLessThanOrEqualTo(17);
  }

  /** One rise and one drop on 0..10 000: drops within ±10 % of 5000 cover a tenth of the axis. */
  @Test
  void chanceIsTheShareOfTheAxisThatTheWindowCovers() {
    Coincidence found = Coincidence.of(List.of(run(List.of(5000.0), List.of(1000.0))), 2);
    assertThat(found.matched()).isZero();
    assertThat(found.chance()).isCloseTo(0.1, within(0.02));
    assertThat(found.p()).isEqualTo(1);
  }

  @Test
  void withoutEventsThereIsNothingToAlign() {
    Coincidence found = Coincidence.of(List.of(run(List.of(), List.of(10.0))), 1);
    assertThat(found.share()).isNaN();
    assertThat(found.p()).isNaN();
  }
}
