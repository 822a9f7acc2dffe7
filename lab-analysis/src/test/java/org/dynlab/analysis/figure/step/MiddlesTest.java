package org.dynlab.analysis.figure.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.MeanBand.Point;
import org.junit.jupiter.api.Test;

class MiddlesTest {
  private static final String PANEL = "interquartile-mean";

  /** One arm for each list of final accuracies, which rise in a straight line. */
  private static Sweep sweep(List<List<Double>> arms) {
    return Samples.accuracies(arms.stream().map(MiddlesTest::runs).toList());
  }

  private static List<LongToDoubleFunction> runs(List<Double> arm) {
    return arm.stream().<LongToDoubleFunction>map(end -> at -> end * at / 100).toList();
  }

  private static List<String> ids(Sweep sweep) {
    return Panels.of(sweep).stream().map(Panel::id).toList();
  }

  @Test
  void aSeedThatFailsAndOneThatShinesDoNotMoveTheLine() {
    Sweep sweep = sweep(List.of(List.of(0.0, 0.5, 0.6, 1.0), List.of(0.2, 0.2)));
    List<Line> lines = Line.of(Middles.panel(sweep), sweep, 1000);
    assertThat(lines).as("two runs have no middle half").hasSize(1);
    List<Point> points = lines.get(0).band().points();
    assertThat(points.get(0).step()).isEqualTo(1);
    Point last = points.get(points.size() - 1);
    assertThat(last.step()).isEqualTo(100);
    assertThat(last.mean()).isCloseTo(0.55, within(1e-12));
    assertThat(last.low()).isLessThan(0.5);
    assertThat(last.high()).isGreaterThan(0.6);
    assertThat(points).hasSizeBetween(30, 60);
  }

  @Test
  void thePanelIsThereWhereAnArmHasFourRunsAndTheArmsCanBeToldApart() {
    List<Double> four = List.of(0.1, 0.2, 0.3, 0.4);
    assertThat(ids(sweep(List.of(four)))).contains(PANEL);
    assertThat(ids(sweep(List.of(List.of(0.1, 0.2, 0.3))))).doesNotContain(PANEL);
    List<List<Double>> many = new ArrayList<>();
    for (int a = 0; a < 13; a++) {
      many.add(four);
    }
    assertThat(ids(sweep(many))).doesNotContain(PANEL);
  }
}
