package org.dynlab.analysis.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dynlab.analysis.statistics.Interval;
import org.junit.jupiter.api.Test;

class RenderingTest {
  private static DataTable table() {
    return new DataTable.Builder("t", "What | was found")
        .words("name")
        .numbers("n")
        .estimates("value")
        .row(Cell.of("a,b"), Cell.of(3L), Cell.of(1.0 / 3, new Interval(0.25, 0.5)))
        .row(Cell.of("c|d"), Cell.of(Double.NaN), Cell.of(2.0, Interval.NONE))
        .build();
  }

  @Test
  void textHasColumnsWithNumbersFlushRight() {
    assertThat(Rendering.text(table()))
        .isEqualTo(
            """
            name  n               value
            a,b   3  0.3333 [0.25, 0.5]
            c|d   –                   2
            """);
  }

  @Test
  void csvHasNumbersInFullAndThreeColumnsForAnEstimate() {
    assertThat(Rendering.csv(table()))
        .isEqualTo(
            """
            name,n,value,value.low,value.high
            "a,b",3,0.3333333333333333,0.25,0.5
            c|d,,2.0,,
            """);
  }

  @Test
  void markdownEscapesItsSigns() {
    assertThat(Rendering.markdown(table()))
        .isEqualTo(
            """
            **What | was found**

            | name | n | value |
            | --- | ---: | ---: |
            | a,b | 3 | 0.3333 [0.25, 0.5] |
            | c\\|d | – | 2 |
            """);
  }

  @Test
  void aRowOfTheWrongLengthIsRefused() {
    List<List<Cell>> rows = List.of(List.of());
    List<DataTable.Heading> columns = table().columns();
    assertThatThrownBy(() -> new DataTable("t", "", columns, rows))
        .hasMessage("0 cells in 3 columns");
  }
}
