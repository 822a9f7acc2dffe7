package org.dynlab.analysis.figure.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.figure.draw.LineLook;
import org.junit.jupiter.api.Test;

class PanelsTest {

  private static Sweep with(String... columns) {
    Map<String, Curve> curves = new LinkedHashMap<>();
    for (String column : columns) {
      curves.put(column, Samples.curve(5, 1, step -> step));
    }
    Run run = Samples.run(0, 0, Map.of(), RunState.COMPLETED, "", curves);
    return new Sweep("p", List.of(run), List.of());
  }

  @Test
  void epsilonRanksHaveOnePanelPerLayer() {
    List<Panel> panels =
        Panels.of(
            with(
                "epsilon_rank.layer1.abs_1e-3",
                "epsilon_rank.layer2.abs_1e-3",
                "epsilon_rank.layer1.rel_1e-3"));
    assertThat(panels.stream().map(Panel::id))
        .containsExactly("epsilon-rank-layer1", "epsilon-rank-layer2");
    assertThat(panels.get(0).channels())
        .containsExactly(
            new Channel("epsilon_rank.layer1.abs_1e-3", "abs_1e-3"),
            new Channel("epsilon_rank.layer1.rel_1e-3", "rel_1e-3"));
  }

  @Test
  void informationHasOnePanelPerQuantityWithItsLimit() {
    List<Panel> panels =
        Panels.of(
            with(
                "mi.ceiling.x_t_edges_30_train",
                "mi.floor.x_t_edges_30_train",
                "mi.block1.out.x_t_edges_30_train",
                "mi.block1.out.saturated_x_t_edges_30_train",
                "mi.block1.out.t_y_edges_30_train",
                "mi.layer2.x_t_edges_30_train",
                "mi.layer2.h_t_nearest_3_train"));
    assertThat(panels.stream().map(Panel::id))
        .containsExactly(
            "information-x-t-edges-30-train",
            "information-t-y-edges-30-train",
            "information-h-t-nearest-3-train");
    assertThat(panels.get(0).channels())
        .containsExactly(
            new Channel("mi.block1.out.x_t_edges_30_train", "block1.out"),
            new Channel("mi.layer2.x_t_edges_30_train", "layer2"),
            new Channel("mi.ceiling.x_t_edges_30_train", "ceiling"));
    assertThat(panels.get(1).channels())
        .contains(new Channel("mi.floor.x_t_edges_30_train", "entropy of the classes"));
    assertThat(panels.get(2).channels()).hasSize(1);
  }

  @Test
  void otherInstrumentsHavePanelsOfTheirOwn() {
    List<Panel> panels =
        Panels.of(
            with(
                "trajectory.gap",
                "trajectory.complexity",
                "local_complexity.all_train",
                "local_complexity.all.ci99_train",
                "linear_mapping.layer1.number_all",
                "linear_mapping.layer1.linearity_all",
                "hessian.top",
                "llc.value",
                "fourier.restricted.eval_loss"));
    assertThat(panels.stream().map(Panel::id))
        .containsExactly(
            "local-complexity",
            "linear-mapping",
            "generalisation-gap",
            "trajectory-complexity",
            "hessian",
            "learning-coefficient",
            "fourier");
    assertThat(panels.get(0).channels()).hasSize(1);
    assertThat(panels.get(1).channels())
        .containsExactly(new Channel("linear_mapping.layer1.number_all", "layer1.number_all"));
  }

  @Test
  void aPanelShowsOnlyTheColumnsThatWereMeasured() {
    Panel accuracy = Panels.of(with("train.accuracy")).get(0);
    assertThat(accuracy.channels()).containsExactly(new Channel("train.accuracy", "train"));
  }

  @Test
  void withOneArmColourAndDashSayTheChannelAndWithMoreTheColourSaysTheArm() {
    Panel accuracy = Panels.of(with("train.accuracy", "eval.accuracy")).get(0);
    assertThat(Looks.of(accuracy, 1, "all runs", 0, 1))
        .isEqualTo(new LineLook("train", 1, 1, LineLook.NO_MARKER));
    assertThat(Looks.of(accuracy, 1, "rate=2", 3, 4))
        .isEqualTo(new LineLook("train · rate=2", 3, 1, 3));
  }

  @Test
  void runsThatDoNotCountAreThinLinesButNotInTheMean() {
    Map<String, Curve> curves = Map.of("train.loss", Samples.curve(5, 1, step -> 1 + step));
    Run failed = Samples.run(0, 0, Map.of(), RunState.FAILED, "", curves);
    Run good = Samples.run(1, 1, Map.of(), RunState.COMPLETED, "", curves);
    Sweep sweep = new Sweep("s", List.of(failed, good), List.of());
    Line line = Line.of(Panels.of(sweep).get(0), sweep, 100).get(0);
    assertThat(line.runs()).hasSize(2);
    assertThat(line.band().points()).allMatch(point -> point.n() == 1);
  }
}
