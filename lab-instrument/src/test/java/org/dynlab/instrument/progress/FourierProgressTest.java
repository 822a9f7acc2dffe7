package org.dynlab.instrument.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dynlab.core.instrument.Place;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Features;
import org.dynlab.core.task.SequenceFeatures;
import org.dynlab.core.task.TokenFeatures;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Rows;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;

class FourierProgressTest {
  private static final int P = 7;
  private static final int N = P * P;
  private static final int TRAIN = 20;
  private static final int HIDDEN = 4;

  private static Subject subject(int inputs, int pairs) {
    ParameterBlock first = new ParameterBlock("layer1.W", Role.WEIGHT, 0, inputs, HIDDEN);
    return new Subject(
        new ParameterLayout(List.of(first)),
        List.of(new Place("layer1", HIDDEN)),
        List.of(),
        P,
        new Subject.Data(TRAIN, pairs - TRAIN, P, false),
        new SeedTree(1));
  }

  /** All pairs in a scrambled order. */
  private static int[] cells() {
    return IntStream.range(0, N).map(i -> i * 10 % N).toArray();
  }

  private static Features tokens() {
    int[] cells = cells();
    int[] tokens = new int[2 * N];
    for (int i = 0; i < N; i++) {
      tokens[2 * i] = cells[i] / P;
      tokens[2 * i + 1] = P + cells[i] % P;
    }
    return new TokenFeatures(tokens, 2, 2 * P);
  }

  private static int[] labels(int sign) {
    return Arrays.stream(cells()).map(c -> Math.floorMod(c / P + sign * (c % P), P)).toArray();
  }

  private static double[] random(int count) {
    return new SplittableRandom(6).doubles(count, -3, 3).toArray();
  }

  private static RecordedView view(Features features, int[] labels, double[] logits) {
    return RecordedView.ofParameters(random(2 * P * HIDDEN))
        .withLayers(N, new double[N * HIDDEN])
        .withFeatures(features)
        .withTargets(new ClassTargets(labels, P), logits);
  }

  private static Map<String, Double> measure(List<Integer> keys, RecordedView view) {
    return Rows.of(new FourierProgress(2, keys, true).begin(subject(2 * P, N)), view);
  }

  /** Logits with all two-dimensional Fourier modes but (k, ±k), (-k, ∓k) and (0, 0) set to 0. */
  private static double[] onlyModes(double[] logits, List<Integer> keys, int sign) {
    int[] cells = cells();
    double[] kept = new double[logits.length];
    for (int c = 0; c < P; c++) {
      for (int u = 0; u < P; u++) {
        for (int v = 0; v < P; v++) {
          int k = u;
          boolean key = v == Math.floorMod(sign * k, P) && keys.contains(Math.min(k, P - k));
          if (key || (u == 0 && v == 0)) {
            addMode(logits, kept, cells, c, u, v);
          }
        }
      }
    }
    return kept;
  }

  private static void addMode(double[] from, double[] to, int[] cells, int c, int u, int v) {
    double real = 0;
    double imaginary = 0;
    for (int i = 0; i < N; i++) {
      double angle = 2 * Math.PI * (u * (cells[i] / P) + v * (cells[i] % P)) / P;
      real += from[c * N + i] * Math.cos(angle) / N;
      imaginary -= from[c * N + i] * Math.sin(angle) / N;
    }
    for (int i = 0; i < N; i++) {
      double angle = 2 * Math.PI * (u * (cells[i] / P) + v * (cells[i] % P)) / P;
      to[c * N + i] += real * Math.cos(angle) - imaginary * Math.sin(angle);
    }
  }

  @Test
  void lossesAreThoseOfTheOutputsWithModesSetToZero() {
    for (int sign : new int[] {1, -1}) {
      List<Integer> keys = List.of(1, 3);
      double[] logits = random(N * P);
      int[] labels = labels(sign);
      Map<String, Double> row = measure(keys, view(tokens(), labels, logits));
      double[] kept = onlyModes(logits, keys, sign);
      Score train = new Score(kept, labels, 0, TRAIN);
      Score eval = new Score(kept, labels, TRAIN, N);
      assertThat(row.get("fourier.restricted.train_loss")).isCloseTo(train.loss(), within(1e-12));
      assertThat(row.get("fourier.restricted.eval_loss")).isCloseTo(eval.loss(), within(1e-12));
      assertThat(row.get("fourier.restricted.eval_accuracy")).isEqualTo(eval.accuracy());
      double[] means = onlyModes(logits, List.of(), sign);
      double[] left = new double[logits.length];
      Arrays.setAll(left, i -> logits[i] - kept[i] + means[i]);
      train = new Score(left, labels, 0, TRAIN);
      assertThat(row.get("fourier.excluded.train_loss")).isCloseTo(train.loss(), within(1e-12));
      assertThat(row.get("fourier.excluded.train_accuracy")).isEqualTo(train.accuracy());
    }
  }

  /** Outputs cos w₂(x + y - c): frequency 2 alone is everything. */
  @Test
  void theKeyFrequencyOfAGeneralisingNetworkIsFound() {
    double[] logits = new double[N * P];
    int[] labels = labels(1);
    for (int c = 0; c < P; c++) {
      for (int i = 0; i < N; i++) {
        logits[c * N + i] = 30 * Math.cos(2 * Math.PI * 2 * (labels[i] - c) / P);
      }
    }
    Map<String, Double> row =
        Rows.of(
            new FourierProgress(1, List.of(), false).begin(subject(2 * P, N)),
            view(tokens(), labels, logits));
    assertThat(row.get("fourier.restricted.eval_accuracy")).isEqualTo(1);
    assertThat(row.get("fourier.restricted.eval_loss")).isLessThan(1e-2);
    assertThat(row.get("fourier.excluded.train_loss")).isCloseTo(Math.log(P), within(1e-9));
  }

  @Test
  void sentencesAreReadToo() {
    int[] cells = cells();
    int[] symbols = new int[4 * N];
    for (int i = 0; i < N; i++) {
      symbols[4 * i] = cells[i] / P;
      symbols[4 * i + 1] = P + 1;
      symbols[4 * i + 2] = cells[i] % P;
      symbols[4 * i + 3] = P;
    }
    double[] logits = random(N * P);
    Map<String, Double> words =
        measure(List.of(2), view(new SequenceFeatures(symbols, 4, P + 2), labels(1), logits));
    assertThat(words).isEqualTo(measure(List.of(2), view(tokens(), labels(1), logits)));
  }

  /** Columns cos w_k x have their power p/2 at k; Gini of one frequency among three is 2/3. */
  @Test
  void powerOfTheFirstMatrix() {
    double[] parameters = new double[2 * P * HIDDEN];
    for (int x = 0; x < P; x++) {
      parameters[x] = 5 + 2 * Math.cos(2 * Math.PI * 3 * x / P);
      parameters[P + x] = 77;
    }
    RecordedView view = view(tokens(), labels(1), random(N * P)).withParameters(parameters);
    Map<String, Double> row = measure(List.of(3, 1), view);
    assertThat(row.get("fourier.embedding.power_3")).isCloseTo(4 * P / 2.0, within(1e-12));
    assertThat(row.get("fourier.embedding.power_1")).isCloseTo(0, within(1e-12));
    assertThat(row.get("fourier.embedding.gini")).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(row.get("fourier.embedding.key_share")).isCloseTo(1, within(1e-12));
  }

  @Test
  void labelsThatAreNoSumsHaveNoProgress() {
    int[] products = Arrays.stream(cells()).map(c -> c / P * (c % P) % P).toArray();
    Map<String, Double> row = measure(List.of(), view(tokens(), products, random(N * P)));
    assertThat(row.get("fourier.restricted.eval_loss")).isNaN();
    assertThat(row.get("fourier.embedding.gini")).isNotNaN();
  }

  @Test
  void otherTasksAreRefused() {
    FourierProgress progress = new FourierProgress(5, List.of(4), false);
    assertThatThrownBy(() -> progress.begin(subject(2 * P, N - 1)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("all p² pairs");
    assertThatThrownBy(() -> progress.begin(subject(P + 1, N)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be <= (p-1)/2 = 3");
  }
}
