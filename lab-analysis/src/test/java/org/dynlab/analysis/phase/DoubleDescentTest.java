package org.dynlab.analysis.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dynlab.analysis.curve.Curve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubleDescentTest {
  private static final long[] STEPS = Shapes.logSpaced(120, 100_000);

  /** The eval loss of division modulo 96 of figure 3c of the article, every 200 steps as there. */
  @Test
  void thePeakOfTheArticleIsFound() {
    double[] at = {200, 400, 600, 800, 1000, 2000, 2600, 4000, 5000, 10_000, 20_000, 50_000, 1e5};
    double[] loss = {
      2.850, 1.512, 0.662, 0.509, 0.608, 0.826, 0.885, 0.747, 0.676, 0.531, 0.384, 0.215, 0.064
    };
    long[] steps = LongStream.rangeClosed(1, 500).map(i -> 200 * i).toArray();
    Curve figure = Shapes.curve(steps, s -> between(at, loss, s));
    RunTime found = new DoubleDescent().of(Shapes.run("eval.loss", figure));
    assertThat(found.step()).isPresent();
    assertThat(found.step().getAsDouble()).isBetween(2400.0, 2800.0);
  }

  private static double between(double[] at, double[] loss, double step) {
    int i = 1;
    while (at[i] < step) {
      i++;
    }
    double part = Math.log(step / at[i - 1]) / Math.log(at[i] / at[i - 1]);
    return loss[i - 1] * Math.pow(loss[i] / loss[i - 1], part);
  }

  @ParameterizedTest
  @CsvSource({"300, 0", "3000, 0.05", "30000, 0.05"})
  void aPlantedPeakIsFound(double planted, double noise) {
    SplittableRandom random = new SplittableRandom(1);
    Curve loss = humped(planted);
    for (int trial = 0; trial < 50; trial++) {
      RunTime found =
          new DoubleDescent().of(Shapes.run("eval.loss", Shapes.scattered(loss, noise, 0, random)));
      assertThat(found.step()).isPresent();
      assertThat(Math.log10(found.step().getAsDouble() / planted)).isBetween(-0.2, 0.2);
    }
  }

  private static Curve humped(double planted) {
    return Shapes.curve(STEPS, s -> 0.1 + 4 / (1 + s / 20) + 2 * Shapes.bump(s, planted, 0.25));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DESCENT | one descent alone: no rise beyond noise after it",
        "CLIMB | no first descent: the loss rises from the first measurement",
        "FLAT | the loss never moves by a factor of 1.1",
        "OVERFIT | rises from step 169, no second descent by the end"
      })
  void whatIsMissingIsSaid(Kind kind, String reason) {
    RunTime found =
        new DoubleDescent().of(Shapes.run("eval.loss", Shapes.curve(STEPS, kind::loss)));
    assertThat(found.step()).isEmpty();
    assertThat(found.reason()).isEqualTo(reason);
    assertThat(found.later()).isEqualTo(kind == Kind.OVERFIT);
  }

  private enum Kind {
    DESCENT,
    CLIMB,
    FLAT,
    OVERFIT;

    double loss(double step) {
      return switch (this) {
        case DESCENT -> 4 / (1 + step / 20);
        case CLIMB -> 1 + step / 100;
        case FLAT -> 1 + 0.01 * Math.sin(step);
        case OVERFIT -> 4 / (1 + step / 20) + step / 500;
      };
    }
  }

  /** Monotone truths under noise: 2000 curves of each kind. */
  @ParameterizedTest
  @CsvSource({
    "LOG, 0.02, 0, 0.005",
    "LOG, 0.05, 0, 0.005",
    "LOG, 0.2, 0, 0.005",
    "LOG, 0.05, 0.5, 0.03",
    "LINEAR, 0.05, 0, 0.005",
    "LINEAR, 0.05, 0.5, 0.005"
  })
  void noiseOnAMonotoneLossIsSeldomTakenForDoubleDescent(
      Cadence cadence, double noise, double correlation, double most) {
    SplittableRandom random = new SplittableRandom(5);
    int trials = 2000;
    int found = 0;
    for (int trial = 0; trial < trials; trial++) {
      double half = Math.exp(random.nextDouble(1, 9));
      double floor = Math.exp(random.nextDouble(-5, 0));
      Curve truth = Shapes.curve(cadence.steps(), s -> floor + 4 / (1 + s / half));
      Curve loss = Shapes.scattered(truth, noise, correlation, random);
      found += new DoubleDescent().of(Shapes.run("eval.loss", loss)).step().isPresent() ? 1 : 0;
    }
    assertThat((double) found / trials).isLessThanOrEqualTo(most);
  }

  private enum Cadence {
    LOG,
    LINEAR;

    long[] steps() {
      return this == LOG ? STEPS : LongStream.rangeClosed(0, 300).map(i -> 20 * i).toArray();
    }
  }
}
