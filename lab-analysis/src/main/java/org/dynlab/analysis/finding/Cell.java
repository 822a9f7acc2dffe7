package org.dynlab.analysis.finding;

import java.util.List;
import org.dynlab.analysis.curve.Decimals;
import org.dynlab.analysis.statistics.Estimate;
import org.dynlab.analysis.statistics.Interval;

/** One entry of a {@link DataTable}, in words for readers and in full for programs. */
public sealed interface Cell {

  /** For readers; {@code –} if there is nothing. */
  String text();

  /** For programs: numbers in full; as many as its column has in CSV. */
  List<String> full();

  /** Words. */
  static Cell of(String words) {
    return new Words(words);
  }

  /** A number; NaN means that there is none. */
  static Cell of(double number) {
    return new Plain(number);
  }

  /** A whole number. */
  static Cell of(long number) {
    return new Words(Long.toString(number));
  }

  /** A number with its interval, three columns in CSV. */
  static Cell of(Estimate estimate) {
    return new WithInterval(estimate.value(), estimate.interval());
  }

  /** The same. */
  static Cell of(double value, Interval interval) {
    return new WithInterval(value, interval);
  }

  private static String words(double number) {
    return Double.isInfinite(number) ? (number > 0 ? "∞" : "−∞") : Decimals.plain(number);
  }

  /** Words. */
  record Words(String text) implements Cell {
    @Override
    public List<String> full() {
      return List.of(text);
    }
  }

  /** A number. */
  record Plain(double number) implements Cell {
    @Override
    public String text() {
      return Double.isNaN(number) ? DataTable.NOTHING : Cell.words(number);
    }

    @Override
    public List<String> full() {
      return List.of(Cell.full(number));
    }
  }

  /** A number with the ends of its interval. */
  record WithInterval(double value, Interval interval) implements Cell {
    @Override
    public String text() {
      if (Double.isNaN(value)) {
        return DataTable.NOTHING;
      }
      String number = Cell.words(value);
      return interval.exists()
          ? number + " [" + Cell.words(interval.low()) + ", " + Cell.words(interval.high()) + "]"
          : number;
    }

    @Override
    public List<String> full() {
      return List.of(Cell.full(value), Cell.full(interval.low()), Cell.full(interval.high()));
    }
  }

  private static String full(double number) {
    return Double.isNaN(number) ? "" : Double.toString(number);
  }
}
