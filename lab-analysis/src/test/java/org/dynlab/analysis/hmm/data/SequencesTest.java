package org.dynlab.analysis.hmm.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;

class SequencesTest {

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    Sequences.Builder builder =
        new Sequences.Builder(List.of("l1", "l2"))
            .add("empty", new double[0][])
            .add("broken", new long[] {0, 10}, new double[][] {{1, Double.NaN}, {1}})
            .add("unsorted", new long[] {5, 5}, new double[][] {{1, 2}, {3, 4}})
            .add("short", new long[] {1}, new double[][] {{1, 2}, {3, 4}});
    assertThatThrownBy(builder::build)
        .isInstanceOf(UserError.class)
        .hasMessage(
            """
            run empty: must have at least one row, got 0
            run broken, step 0, l2: must be a finite number, got NaN
            run broken, step 10: must have 2 columns, got 1
            run unsorted: steps must ascend, got 5 after 5
            run short: must have a step for each row, got 1 steps""");
  }

  @Test
  void nothingAtAllIsRefused() {
    assertThatThrownBy(() -> new Sequences.Builder(List.of()).build())
        .hasMessage(
            "features: must name at least one column, got none\n"
                + "runs: must have at least one with rows, got none");
  }

  @Test
  void rowsStackAndAreFoundAgain() {
    Sequences both =
        new Sequences.Builder(List.of("a", "b"))
            .add("x", new long[] {3, 7}, new double[][] {{1, 2}, {3, 4}})
            .add("y", new double[][] {{5, 6}})
            .build();
    assertThat(both.stacked()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(both.step(0, 1)).isEqualTo(7);
    assertThat(both.rows()).isEqualTo(3);
    Sequences part = both.ofRuns(List.of(1, 0)).ofColumns(List.of("b"));
    assertThat(part.runs()).containsExactly("y", "x");
    assertThat(part.stacked()).containsExactly(6, 2, 4);
    assertThat(part.step(1, 1)).isEqualTo(7);
    assertThatThrownBy(() -> both.ofColumns(List.of("c")))
        .hasMessage("column c: must be one of the features, got none ([a, b])");
  }

  @Test
  void framesHoldTheCentredRows() {
    double[][] rows = new double[300][2];
    for (int t = 0; t < rows.length; t++) {
      rows[t] = new double[] {t, -2.0 * t};
    }
    Frames frames = Frames.of(new Sequences.Builder(List.of("a", "b")).add("x", rows).build());
    assertThat(frames.column(0, 2, 1)[299 - 2 * Frames.BLOCK] + frames.center(1)).isEqualTo(-598);
    assertThat(frames.column(0, 2, 1)[300 - 2 * Frames.BLOCK]).isZero();
    assertThat(Frames.padded(300)).isEqualTo(3 * Frames.BLOCK);
  }
}
