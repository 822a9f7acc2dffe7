package org.dynlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.instrument.Entrance;
import org.dynlab.core.instrument.Interior;
import org.dynlab.core.instrument.Objective;
import org.dynlab.core.instrument.Passage;
import org.dynlab.core.instrument.Place;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.model.JetNetworks;
import org.dynlab.core.model.Model;
import org.dynlab.core.model.Networks;
import org.dynlab.core.model.Precision;
import org.dynlab.core.model.Transformers;
import org.dynlab.core.network.Network;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Jet;
import org.dynlab.core.task.TaskData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The double-precision twin against passes through an ordinary network, and differences. */
class TwinTest {
  private static final SeedTree SEEDS = new SeedTree(4);
  private static final ProbeSet ALL = new ProbeSet(Source.ALL, 1000);

  /** A network with its data, taken apart. */
  record Case(String name, Model model, Examples train, Examples eval) {
    Network network() {
      return model.withoutDropout().build(train, Precision.DOUBLE, SEEDS);
    }

    Twin twin() {
      return new Twin(this::network, new TaskData(train, eval), SEEDS);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    Loss entropy = Loss.SOFTMAX_CROSS_ENTROPY;
    return Stream.of(
        new Case(
            "tokens",
            Networks.mlp(Activation.TANH, entropy, true, 7, 5),
            Networks.tokens(20, 12, 4),
            Networks.tokens(9, 12, 4)),
        new Case(
            "quadratic",
            Networks.mlp(Activation.QUADRATIC, entropy, false, 6),
            Networks.dense(15, 5, 3),
            Networks.dense(8, 5, 3)),
        new Case(
            "numbers",
            Networks.mlp(
                "{hidden: [6, 6], activation: silu, residual: true, dropout: 0.4,"
                    + " loss: meanSquaredError}"),
            Networks.numbers(11, 4, 2),
            Networks.numbers(5, 4, 2)),
        new Case(
            "transformer",
            Transformers.small(2),
            Transformers.sequences(14),
            Transformers.sequences(6)));
  }

  private static double[] point(Network network) {
    double[] point = network.read();
    for (int i = 0; i < point.length; i++) {
      point[i] += 0.1 * Math.sin(i);
    }
    return point;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theGradientIsTheSlopeOfTheLoss(Case c) {
    Twin twin = c.twin();
    double[] point = point(c.network());
    Objective objective = twin.objective(new ProbeSet(Source.TRAIN, 1000));
    assertThat(objective.rows()).isEqualTo(c.train.rows());
    double[] gradient = new double[point.length];
    assertThat(objective.gradient(point, gradient)).isCloseTo(objective.loss(point), within(1e-13));
    for (int i = 0; i < point.length; i += 7) {
      assertThat(slope(objective, point, i)).isCloseTo(gradient[i], within(1e-8));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void partsMakeTheWhole(Case c) {
    double[] point = point(c.network());
    Objective whole = c.twin().objective(new ProbeSet(Source.TRAIN, 1000));
    int n = whole.rows();
    int[] first = IntStream.range(0, 3).toArray();
    int[] rest = IntStream.range(3, n).toArray();
    double[] all = new double[point.length];
    double[] some = new double[point.length];
    double[] others = new double[point.length];
    double loss = whole.gradient(point, all);
    double ofParts = 3 * whole.part(first).gradient(point, some);
    ofParts += (n - 3) * whole.part(rest).gradient(point, others);
    assertThat(ofParts / n).isCloseTo(loss, within(1e-13));
    for (int i = 0; i < all.length; i++) {
      assertThat((3 * some[i] + (n - 3) * others[i]) / n).isCloseTo(all[i], within(1e-13));
    }
  }

  /** Two equations have means of their own: no example has a share of the loss to itself. */
  @Test
  void withSeveralEquationsExamplesHaveNoNorms() {
    Jet jet = Jet.withLaplacian(2);
    Examples points = JetNetworks.examples(12, jet, JetNetworks.terms());
    JetNetworks network = new JetNetworks(jet, Activation.TANH, List.of(5), true, false);
    Twin twin =
        new Twin(() -> network.build(Precision.DOUBLE), new TaskData(points, points), SEEDS);
    Objective objective = twin.objective(new ProbeSet(Source.TRAIN, 12));
    double[] point = network.build(Precision.DOUBLE).read();
    assertThat(objective.loss(point)).isFinite();
    assertThat(objective.sampleNorms(point)).hasSize(12 * 4).containsOnly(Double.NaN);
  }

  private static double slope(Objective objective, double[] point, int i) {
    double h = 1e-5;
    double[] moved = point.clone();
    moved[i] = point[i] + h;
    double up = objective.loss(moved);
    moved[i] = point[i] - h;
    return (up - objective.loss(moved)) / (2 * h);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sampleNormsAreThoseOfTheSlopesOfEachExample(Case c) {
    Network network = c.network();
    double[] point = point(network);
    network.write(point.clone());
    double[] norms = c.twin().objective(new ProbeSet(Source.TRAIN, 1000)).sampleNorms(point);
    List<ParameterBlock> blocks = network.layout().blocks();
    double[] gradient = new double[point.length];
    double[] mean = new double[point.length];
    for (int i = 0; i < c.train.rows(); i++) {
      network.gradient(network.stage(c.train.select(new int[] {i})), 0, gradient);
      for (int b = 0; b < blocks.size(); b++) {
        double sum = 0;
        for (int k = blocks.get(b).offset(); k < blocks.get(b).end(); k++) {
          sum += gradient[k] * gradient[k];
          mean[k] += gradient[k] / c.train.rows();
        }
        assertThat(norms[i * blocks.size() + b]).isCloseTo(sum, within(1e-12 * (1 + sum)));
      }
    }
    network.gradient(network.stage(c.train), 0, gradient);
    assertThat(mean).containsExactly(gradient, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void passingOnWhatIsThereGivesTheOutputsOfTheNetwork(Case c) {
    Network network = c.network();
    double[] point = point(network);
    network.write(point.clone());
    ProbeInputs.Drawn drawn =
        new ProbeInputs(network, new TaskData(c.train, c.eval), SEEDS).of(ALL);
    List<Matrix> hidden = network.hiddenOutputs(drawn.inputs(), drawn.rows());
    double[] outputs = columns(network, network.outputsOf(hidden.get(hidden.size() - 1)));
    Interior interior = c.twin().interior(point);
    List<Entrance> places = interior.entrances();
    assertThat(places).isNotEmpty();
    for (int k = 0; k < places.size(); k++) {
      double[] rows = interior.rowsAt(k, ALL);
      assertThat(rows).hasSize(drawn.rows() * places.get(k).width());
      Passage passage = interior.pass(k, rows);
      assertThat(passage.outputs()).containsExactly(outputs, within(1e-12));
      assertThat(passage.rows()).isEqualTo(drawn.rows());
    }
  }

  /** Row after row. */
  private static double[] columns(Network network, Matrix from) {
    double[] values = new double[from.size()];
    network.read(from, 0, values, values.length);
    if (from.rowMajor()) {
      return values;
    }
    double[] turned = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      turned[k % from.rows() * from.columns() + k / from.rows()] = values[k];
    }
    return turned;
  }

  @Test
  void preActivationsAreWhatTheFunctionMakesTheOutputsOf() {
    Case c = cases().findFirst().orElseThrow();
    Network network = c.network();
    double[] point = point(network);
    Interior interior = c.twin().interior(point);
    Passage whole = interior.pass(0, interior.rowsAt(0, ALL));
    assertThat(whole.layers()).containsExactly(new Place("layer1", 7), new Place("layer2", 5));
    double[] first = whole.preActivations(0);
    double[] second = whole.preActivations(1);
    double[] atSecond = interior.rowsAt(1, ALL);
    for (int i = 0; i < first.length; i++) {
      assertThat(Math.tanh(first[i])).isCloseTo(atSecond[i], within(1e-14));
    }
    Passage rest = interior.pass(1, atSecond);
    assertThat(rest.layers()).containsExactly(new Place("layer2", 5));
    assertThat(rest.preActivations(0)).containsExactly(second, within(1e-13));
  }

  @Test
  void aLargeSetGoesThroughInPieces() {
    Examples wide = Networks.dense(700, 8000, 3);
    Model model = Networks.mlp(Activation.TANH, Loss.SOFTMAX_CROSS_ENTROPY, true, 2);
    Case c = new Case("wide", model, wide, Networks.dense(2, 8000, 3));
    Network network = c.network();
    double[] point = network.read();
    double[] gradient = new double[point.length];
    double[] whole = new double[point.length];
    double loss = c.twin().objective(new ProbeSet(Source.TRAIN, 700)).gradient(point, gradient);
    assertThat(loss)
        .isCloseTo(network.gradient(network.stage(wide), 0, whole).loss() / 700, within(1e-12));
    assertThat(gradient).containsExactly(whole, within(1e-13));
  }
}
