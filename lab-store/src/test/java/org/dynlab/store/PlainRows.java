package org.dynlab.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dynlab.store.table.MetricTable;
import org.dynlab.store.table.Series;
import org.dynlab.store.table.TimingTable;

/**
 * A second, slow reader of tables: whole lines of cells that are numbers in the documented grammar.
 */
record PlainRows(List<String> header, List<String[]> rows) {
  private static final String NUMBER = "NaN|-?Infinity|-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?";

  static PlainRows of(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    List<String> whole = List.of(text.substring(0, text.lastIndexOf('\n') + 1).split("\n", -1));
    List<String> lines = whole.subList(0, whole.size() - 1);
    List<String> header = lines.isEmpty() ? List.of() : List.of(lines.get(0).split(",", -1));
    return new PlainRows(header, lines.stream().skip(1).map(line -> line.split(",", -1)).toList());
  }

  void assertReadAs(MetricTable table) {
    assertSize(table.rows(), table.torn());
    assertThat(table.steps()).isSorted().doesNotHaveDuplicates();
    for (int row = 0; row < table.rows(); row++) {
      assertThat(rows.get(row)).hasSize(table.columns().size() + 1);
      assertThat(rows.get(row)[0]).matches("[0-9]{1,18}");
      assertThat(Long.valueOf(rows.get(row)[0])).isEqualTo(table.steps()[row]);
    }
    for (String column : table.columns()) {
      Series series = table.series(column);
      int at = header.indexOf(column);
      int[] measured =
          IntStream.range(0, table.rows()).filter(r -> !rows.get(r)[at].isEmpty()).toArray();
      assertThat(series.size()).isEqualTo(measured.length);
      for (int i = 0; i < measured.length; i++) {
        assertThat(series.steps()[i]).isEqualTo(table.steps()[measured[i]]);
        assertNumber(rows.get(measured[i])[at], series.values()[i]);
      }
    }
  }

  /** All whole lines, or all but a broken last one. */
  private void assertSize(int read, boolean torn) {
    assertThat(read).isBetween(rows.size() - (torn ? 1 : 0), rows.size());
  }

  void assertReadAs(TimingTable table) {
    List<String> columns = table.names().stream().map(name -> name + "_seconds").toList();
    if (table.step() == 0) {
      return;
    }
    String[] last =
        rows.stream()
            .filter(row -> row[0].matches("0*" + table.step()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no row of step " + table.step()));
    assertThat(Arrays.asList(last)).hasSize(columns.size() + 2);
    assertNumber(last[1], table.wallSeconds());
    for (String name : table.names()) {
      assertNumber(last[header.indexOf(name + "_seconds")], table.seconds(name));
    }
  }

  private static void assertNumber(String text, double value) {
    assertThat(text).matches(NUMBER);
    assertThat(Double.valueOf(value)).isEqualTo(Double.valueOf(text));
    assertThat(Double.isInfinite(value)).isEqualTo(text.endsWith("Infinity"));
  }
}
