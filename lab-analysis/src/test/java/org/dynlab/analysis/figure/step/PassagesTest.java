package org.dynlab.analysis.figure.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.MeanBand.Point;
import org.junit.jupiter.api.Test;

class PassagesTest {

  /** One arm per list: the steps at which its runs understand, out of 100. */
  private static Sweep sweep(List<List<Integer>> arms) {
    return Samples.accuracies(arms.stream().map(PassagesTest::runs).toList());
  }

  private static List<LongToDoubleFunction> runs(List<Integer> arm) {
    return arm.stream().<LongToDoubleFunction>map(step -> at -> at >= step ? 1 : 0).toList();
  }

  private static List<Line> lines(Sweep sweep) {
    return Line.of(Passages.panel(), sweep, 100);
  }

  @Test
  void theCurveClimbsByStairsAndStrokesMarkTheCensored() {
    Line line = lines(sweep(List.of(List.of(10, 20, 999, 999), List.of(5)))).get(0);
    assertThat(line.band().points().stream().map(Point::step))
        .containsExactly(1L, 10L, 10L, 20L, 20L, 100L, 100L);
    assertThat(line.band().points().stream().map(Point::mean))
        .containsExactly(0.0, 0.0, 0.25, 0.25, 0.5, 0.5, 0.5);
    assertThat(line.strokes()).containsExactly(new Line.Stroke(100, 0.5));
    Point second = line.band().points().get(4);
    assertThat(second.low()).isBetween(0.01, second.mean());
    assertThat(second.high()).isBetween(second.mean(), 0.99);
  }

  @Test
  void stairsHoldTheirValueUntilTheirRunsWereLastWatched() {
    Line line = lines(sweep(List.of(List.of(10, 20), List.of(5)))).get(0);
    assertThat(line.at(9).orElseThrow().mean()).isZero();
    assertThat(line.at(10).orElseThrow().mean()).isEqualTo(0.5);
    assertThat(line.at(15).orElseThrow().mean()).isEqualTo(0.5);
    assertThat(line.at(20).orElseThrow().mean()).isEqualTo(1);
    assertThat(line.at(21)).isEmpty();
  }

  @Test
  void whoIsThereFromTheStartIsThereAtTheFirstStep() {
    Line line = lines(sweep(List.of(List.of(0, 1, 50, 50), List.of(5)))).get(0);
    assertThat(line.band().points().get(0).mean()).isEqualTo(0.5);
    assertThat(line.band().points().get(0).step()).isEqualTo(Panel.FIRST_STEP);
  }

  @Test
  void thePanelIsThereWhereArmsAreComparedAndSomebodyArrives() {
    assertThat(ids(sweep(List.of(List.of(10), List.of(20))))).contains("arrivals");
    assertThat(ids(sweep(List.of(List.of(10, 20))))).doesNotContain("arrivals");
    assertThat(ids(sweep(List.of(List.of(999), List.of(999))))).doesNotContain("arrivals");
  }

  private static List<String> ids(Sweep sweep) {
    return Panels.of(sweep).stream().map(Panel::id).toList();
  }

  @Test
  void anArmWithoutMeasurementsHasNoLineAndKeepsTheLooksOfTheOthers() {
    List<Run> runs = new ArrayList<>(sweep(List.of(List.of(10), List.of(20))).runs());
    runs.add(1, Samples.run(2, 2, Map.of("rate", "z"), RunState.NOT_STARTED, "", Map.of()));
    List<Line> lines = lines(new Sweep("s", runs, List.of()));
    assertThat(lines.stream().map(Line::arm)).containsExactly(0, 2);
    assertThat(lines.get(1).look().label()).isEqualTo("rate=r1");
  }

  @Test
  void shadesAreLeftOutWhereTheyWouldHideEachOther() {
    assertThat(Passages.panel().shades(3)).isTrue();
    assertThat(Passages.panel().shades(4)).isFalse();
    assertThat(Panels.of(Samples.grokking(2)).get(0).shades(24)).isTrue();
  }
}
