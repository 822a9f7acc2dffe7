package org.dynlab.analysis.hmm.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dynlab.analysis.hmm.Simulation;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.map.MapEdge.Feature;
import org.dynlab.analysis.hmm.map.TrainingMap.Shape;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.model.GaussianHmm;
import org.dynlab.analysis.hmm.model.Path;
import org.dynlab.analysis.hmm.model.Posteriors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingMapTest {

  /** States at x = 0, 10, 20, 30, narrow; numbered against the order in which they are visited. */
  private static final GaussianHmm PLACES =
      GaussianHmm.of(
          Covariances.DIAGONAL,
          new double[] {0.25, 0.25, 0.25, 0.25},
          new double[] {
            0.5, 0.3, 0.1, 0.1, 0.1, 0.7, 0.1, 0.1, 0.1, 0.1, 0.6, 0.2, 0.25, 0.25, 0.25, 0.25
          },
          new double[] {30, 0, 20, 0, 10, 0, 0, 5},
          new double[] {1, 1, 1, 2, 1, 1, 1, 4});

  private static Sequences runs(String... places) {
    Sequences.Builder builder = new Sequences.Builder(List.of("x", "y"));
    for (int run = 0; run < places.length; run++) {
      String[] each = places[run].split(" ", -1);
      long[] steps = new long[each.length];
      double[][] rows = new double[each.length][];
      for (int t = 0; t < rows.length; t++) {
        steps[t] = 100L * t + run;
        rows[t] = new double[] {10 * Double.parseDouble(each[t]), 0};
      }
      builder.add("run" + run, steps, rows);
    }
    return builder.build();
  }

  private static TrainingMap map(Sequences runs) {
    return TrainingMap.of(PLACES, runs, Importance.CORRECT);
  }

  @Test
  void statesAreNumberedAsTheyAreVisited() {
    TrainingMap map = map(runs("0 0 1 1 2", "0 1 2 2 2"));
    assertThat(map.states().stream().map(MapState::original)).containsExactly(3, 2, 1, 0);
    assertThat(map.paths().get(0).states()).containsExactly(0, 0, 1, 1, 2);
    assertThat(map.startStates()).containsExactly(map.states().get(0));
    MapState last = map.states().get(2);
    assertThat(last.runs()).isEqualTo(2);
    assertThat(last.starts()).isZero();
    assertThat(last.meanRows()).isEqualTo(2);
    assertThat(last.meanShare()).isCloseTo(0.4, within(1e-15));
    assertThat(last.means()).containsExactly(20.0, 0.0);
    assertThat(last.stay()).isEqualTo(0.7);
    assertThat(map.states().get(3).runs()).isZero();
  }

  @Test
  void edgesAreTheTransitionsThatRunsTook() {
    TrainingMap map = map(runs("0 0 1 1 2", "0 1 0 1 1", "0 0 0 0 2"));
    assertThat(map.edges().stream().map(edge -> edge.from() + "->" + edge.to()))
        .containsExactly("0->1", "0->2", "1->0", "1->2");
    MapEdge first = map.edges().get(0);
    assertThat(first.runs()).isEqualTo(2);
    assertThat(first.taken()).isEqualTo(3);
    assertThat(first.shareOfRuns()).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(first.probability()).isEqualTo(0.25);
    assertThat(first.meanStep()).isCloseTo((200 + 101 + 301) / 3.0, within(1e-9));
    assertThat(first.stdStep()).isCloseTo(Math.sqrt((0.44 + 9933.44 + 10066.78) / 3), within(0.01));
    assertThat(first.features().get(0).column()).isEqualTo("x");
    assertThat(first.features().get(0).movement()).isEqualTo(10);
    assertThat(first.features().get(1).movement()).isEqualTo(-5);
  }

  @ParameterizedTest
  @CsvSource({
    "0 0 1 2, 0 1 1 2, LINEAR",
    "0 0 0 0, 0 1 1 2, LINEAR",
    "0 1 0 2, 0 1 0 2, LINEAR",
    "0 0 1 2, 0 2 2 2, FORKING",
    "0 0 1 2, 1 1 2 2, FORKING",
    "0 1 0 2, 0 1 2 2, FORKING"
  })
  void aMapIsLinearIfAllRunsGoTheSameWay(String first, String second, Shape shape) {
    assertThat(map(runs(first, second)).shape()).isEqualTo(shape);
  }

  @ParameterizedTest
  @EnumSource(Importance.class)
  void theNumbersOfTheStatesDoNotMatter(Importance importance) {
    SplittableRandom random = new SplittableRandom(4);
    for (int problem = 0; problem < 20; problem++) {
      GaussianHmm model = Simulation.model(Covariances.FULL, 4, 3, 0.3, random);
      Sequences rows = Simulation.rows(model, random, 60, 40, 50);
      TrainingMap map = TrainingMap.of(model, rows, importance);
      TrainingMap other = TrainingMap.of(model.reordered(new int[] {2, 0, 3, 1}), rows, importance);
      assertThat(other.model()).isEqualTo(map.model());
      assertThat(other.shape()).isEqualTo(map.shape());
      assertThat(states(other)).isEqualTo(states(map));
      assertThat(other.edges().size()).isEqualTo(map.edges().size());
      for (int e = 0; e < map.edges().size(); e++) {
        agree(other.edges().get(e), map.edges().get(e));
      }
    }
  }

  private static List<List<Integer>> states(TrainingMap map) {
    return map.paths().stream().map(path -> Arrays.stream(path.states()).boxed().toList()).toList();
  }

  private static void agree(MapEdge found, MapEdge expected) {
    assertThat(found.from()).isEqualTo(expected.from());
    assertThat(found.to()).isEqualTo(expected.to());
    assertThat(found.meanStep()).isEqualTo(expected.meanStep());
    for (int i = 0; i < found.features().size(); i++) {
      Feature feature = expected.features().get(i);
      assertThat(found.features().get(i).column()).isEqualTo(feature.column());
      assertThat(found.features().get(i).importance())
          .isCloseTo(feature.importance(), within(1e-9 * Math.abs(feature.importance())));
    }
  }

  /** Both kinds of importance, averaged here from posteriors and gradients. */
  @Test
  void importanceIsTheMeanOfGradientsAtTheRightRow() {
    SplittableRandom random = new SplittableRandom(5);
    GaussianHmm model = Simulation.model(Covariances.FULL, 2, 2, 0, random);
    Sequences rows = Simulation.rows(model, random, 40, 30);
    TrainingMap correct = TrainingMap.of(model, rows, Importance.CORRECT);
    TrainingMap repo = TrainingMap.of(model, rows, Importance.REPO_COMPATIBLE);
    GaussianHmm own = correct.model();
    PosteriorGradient gradient = new PosteriorGradient(own);
    List<Posteriors> posteriors = Posteriors.of(own, rows);
    double[] sums = new double[4];
    int taken = 0;
    for (int run = 0; run < 2; run++) {
      Path path = correct.paths().get(run);
      for (int t = 1; t < path.length(); t++) {
        if (path.state(t - 1) == 0 && path.state(t) == 1) {
          taken++;
          double[] now = gradient.of(1, row(rows, run, t), alpha(posteriors.get(run), t));
          double[] before =
              gradient.withSummedColumns(
                  1, row(rows, run, t - 1), alpha(posteriors.get(run), t - 1));
          for (int i = 0; i < 2; i++) {
            sums[i] += Math.abs(now[i]);
            sums[2 + i] += before[i];
          }
        }
      }
    }
    assertThat(taken).isGreaterThan(3);
    for (int i = 0; i < 2; i++) {
      assertThat(importance(correct, "c" + i)).isCloseTo(sums[i] / taken, within(1e-9));
      assertThat(importance(repo, "c" + i)).isCloseTo(sums[2 + i] / taken, within(1e-9));
    }
    List<Feature> ranked = repo.edges().get(0).features();
    assertThat(Math.abs(ranked.get(0).importance()))
        .isGreaterThanOrEqualTo(Math.abs(ranked.get(1).importance()));
  }

  private static double importance(TrainingMap map, String column) {
    return map.edges().get(0).features().stream()
        .filter(feature -> feature.column().equals(column))
        .findFirst()
        .orElseThrow()
        .importance();
  }

  private static double[] row(Sequences rows, int run, int t) {
    return new double[] {rows.value(run, t, 0), rows.value(run, t, 1)};
  }

  private static double[] alpha(Posteriors posteriors, int t) {
    return new double[] {posteriors.filtered(t, 0), posteriors.filtered(t, 1)};
  }
}
