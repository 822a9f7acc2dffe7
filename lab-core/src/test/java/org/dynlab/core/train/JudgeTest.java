package org.dynlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.instrument.Fit;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.loss.LossSum;
import org.dynlab.core.model.Networks;
import org.dynlab.core.model.Precision;
import org.dynlab.core.network.Network;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.ImageFeatures;
import org.dynlab.core.task.Jet;
import org.dynlab.core.task.RealTargets;
import org.dynlab.core.task.Residual;
import org.dynlab.core.task.ResidualTargets;
import org.dynlab.core.task.ResidualTargets.Term;
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

  @Test
  void equationsWithDifferentNumbersOfPointsAreWeighedAsOneSet() {
    int[] termOfRow = new int[9_000];
    Arrays.fill(termOfRow, 8_500, 9_000, 1);
    double[] known = new double[9_000];
    Arrays.setAll(known, i -> Math.sin(3 * i));
    Residual value =
        (given, u, slopes) -> {
          slopes[0] = 1;
          return u[0] - given[0];
        };
    assertSameAsOnePass(
        new Examples(
            ((DenseFeatures) Networks.dense(9_000, 2, 2).features()),
            new ResidualTargets(
                Jet.value(2),
                List.of(new Term("inside", 1, value), new Term("border", 100, value)),
                termOfRow,
                new DenseFeatures(known, 1),
                Double.NaN)));
  }

  private static void assertSameAsOnePass(Examples examples) {
    Loss loss =
        examples.targets() instanceof ResidualTargets
            ? Loss.MEAN_SQUARED_ERROR
            : Loss.SOFTMAX_CROSS_ENTROPY;
    Network network =
        Networks.mlp(Activation.TANH, loss, true, 4)
            .build(examples, Precision.DOUBLE, new SeedTree(1));
    LossSum whole = network.evaluate(network.stage(examples));
    Judge judge = new Judge(network, examples);
    for (int time = 0; time < 2; time++) {
      Fit fit = judge.fit();
      assertThat(fit.loss()).isCloseTo(whole.loss() / examples.rows(), within(1e-12));
      double right = (double) whole.correct() / examples.rows();
      Double expected = examples.targets().judged() ? right : Double.NaN;
      assertThat(fit.accuracy()).isEqualTo(expected);
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
