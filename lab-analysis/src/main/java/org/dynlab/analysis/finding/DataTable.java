package org.dynlab.analysis.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of results.
 *
 * @param id a word for files, unique within its finding
 * @param caption what it shows
 * @param columns its headings
 * @param rows one cell per column each
 */
public record DataTable(String id, String caption, List<Heading> columns, List<List<Cell>> rows) {
  /** What stands where there is no value. */
  public static final String NOTHING = "–";

  /** Copies the lists. */
  public DataTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(row.size() + " cells in " + columns.size() + " columns");
      }
    }
  }

  /** What the cells of a column are. */
  public enum Kind {
    /** Set flush left. */
    WORDS,
    /** Set flush right. */
    NUMBER,
    /** A number with its interval, set flush right; three columns in CSV. */
    ESTIMATE
  }

  /** A heading and what stands below it. */
  public record Heading(String name, Kind kind) {}

  /** Collects a table. */
  public static final class Builder {
    private final String id;
    private final String caption;
    private final List<Heading> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    /** An empty table. */
    public Builder(String id, String caption) {
      this.id = id;
      this.caption = caption;
    }

    /** Adds columns of words. */
    public Builder words(String... names) {
      return add(Kind.WORDS, names);
    }

    /** Adds columns of numbers. */
    public Builder numbers(String... names) {
      return add(Kind.NUMBER, names);
    }

    /** Adds columns of numbers with intervals. */
    public Builder estimates(String... names) {
      return add(Kind.ESTIMATE, names);
    }

    private Builder add(Kind kind, String... names) {
      for (String name : names) {
        columns.add(new Heading(name, kind));
      }
      return this;
    }

    /** Adds a row, one cell per column. */
    public Builder row(Cell... cells) {
      rows.add(List.of(cells));
      return this;
    }

    /** The table. */
    public DataTable build() {
      return new DataTable(id, caption, columns, rows);
    }
  }
}
