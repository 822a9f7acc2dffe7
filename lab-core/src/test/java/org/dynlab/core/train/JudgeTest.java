package org.dynlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dynlab.core.engine.Activation;
import org.dynlab.core.engine.Loss;
import org.dynlab.core.engine.LossSum;
import org.dynlab.core.instrument.Fit;
import org.dynlab.core.model.Network;
import org.dynlab.core.model.Networks;
import org.dynlab.core.model.Precision;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.ImageFeatures;
import org.dynlab.core.task.RealTargets;
import org.dynlab.core.task.Targets;
import org.junit.jupiter.api.Test;

/** Judging piece by piece gives what one pass over everything gives. */
class JudgeTest {

  @Test
  void piecesAddUpToTheWhole() {
    Examples many = Networks.dense(20_000, 6, 3);
    assertSameAsOnePass(many);
  }

  @Test
  void setsTooLargeToKeepAreStagedAnewWithTheSameResult() {
    ImageFeatures.Shape shape = new ImageFeatures.Shape(1, 20, 21);
    byte[] pixels = new byte[20_000 * shape.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 31 + i / 420);
    }
    int[] labels = new int[20_000];
    Arrays.setAll(labels, i -> i % 3);
    assertSameAsOnePass(
        new Examples(
            new ImageFeatures(pixels, shape, 1 / 255.0, -0.5), new ClassTargets(labels, 3)));
  }

  private static void assertSameAsOnePass(Examples examples) {
    Network network =
        Networks.mlp(Activation.RELU, Loss.SOFTMAX_CROSS_ENTROPY, true, 4)
            .build(examples, Precision.DOUBLE, new SeedTree(1));
    LossSum whole = network.evaluate(network.stage(examples));
    Judge judge = new Judge(network, examples);
    for (int time = 0; time < 2; time++) {
      Fit fit = judge.fit();
      assertThat(fit.loss()).isCloseTo(whole.loss() / examples.rows(), within(1e-12));
      assertThat(fit.accuracy()).isEqualTo((double) whole.correct() / examples.rows());
      assertThat(fit.relativeL2()).isNaN();
    }
  }

  @Test
  void realTargetsHaveARelativeErrorAndAnAccuracyOnlyIfToldWhatIsRight() {
    LossSum sum = new LossSum(8, 1);
    Targets plain = new RealTargets(new double[] {1, 3}, 1);
    assertThat(Judge.fit(sum, plain)).isEqualTo(new Fit(4, Double.NaN, Math.sqrt(4 / 5.0)));
    Targets judged = new RealTargets(new double[] {1, 3}, 1, 0.1);
    assertThat(Judge.fit(sum, judged).accuracy()).isEqualTo(0.5);
  }
}
