package org.dynlab.core.train;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.dynlab.core.experiment.Probe;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.state.Slot;
import org.dynlab.store.table.Column;

/**
 * All probes of a run at work: measures what is due, into one row, and counts what each instrument
 * costs. Work that instruments share is charged to the one that asks first.
 */
final class Watch {
  private static final int MOST_NAMED = 5;

  /** States of a column: it was finite once; it was, is not any more, and that was told. */
  private static final double FINITE = 1;

  private static final double FALLEN = 2;

  private final List<Watched> watched = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private final double[] values;
  private final BitSet measured = new BitSet();
  private final double[] health;
  private Optional<String> news = Optional.empty();

  /** One gauge with its cadence, its first column and what it has cost. */
  private static final class Watched {
    private final String name;
    private final Gauge gauge;
    private final LongPredicate due;
    private final int firstColumn;
    private long nanos;

    private Watched(String name, Gauge gauge, LongPredicate due, int firstColumn) {
      this.name = name;
      this.gauge = gauge;
      this.due = due;
      this.firstColumn = firstColumn;
    }
  }

  Watch(List<Probe> probes, Subject subject, long steps) {
    for (Probe probe : probes) {
      Gauge gauge = probe.instrument().begin(subject);
      String name = distinct(probe.instrument().getClass().getSimpleName());
      watched.add(new Watched(name, gauge, probe.cadence().over(steps), columns.size()));
      gauge.columns().forEach(column -> columns.add(column.at(probe.cadence().words())));
    }
    this.values = new double[columns.size()];
    this.health = new double[columns.size()];
  }

  /** An instrument may be there several times with different settings. */
  private String distinct(String name) {
    long before = watched.stream().filter(each -> each.name.matches(name + "\\d*")).count();
    return before == 0 ? name : name + (before + 1);
  }

  /** Whether a gauge must see every step. */
  boolean follows() {
    return watched.stream().anyMatch(each -> each.gauge.follows());
  }

  List<Column> columns() {
    return List.copyOf(columns);
  }

  /** Measures what is due at the view's step. */
  void look(StepView view) {
    measured.clear();
    for (Watched each : watched) {
      long begin = System.nanoTime();
      if (each.gauge.follows()) {
        each.gauge.follow(view);
        each.nanos += System.nanoTime() - begin;
      }
      if (each.due.test(view.step())) {
        begin = System.nanoTime();
        double[] numbers = each.gauge.measure(view);
        each.nanos += System.nanoTime() - begin;
        System.arraycopy(numbers, 0, values, each.firstColumn, numbers.length);
        measured.set(each.firstColumn, each.firstColumn + numbers.length);
      }
    }
    news = fall(view.step());
  }

  /** Marks the columns that were finite and are not any more, each once a run; says so. */
  private Optional<String> fall(long step) {
    List<String> now = new ArrayList<>();
    for (int c = measured.nextSetBit(0); c >= 0; c = measured.nextSetBit(c + 1)) {
      boolean known = Double.isFinite(values[c]);
      if (!known && health[c] == FINITE) {
        health[c] = FALLEN;
        now.add(columns.get(c).name());
      } else if (known && health[c] != FALLEN) {
        health[c] = FINITE;
      }
    }
    String more = now.size() > MOST_NAMED ? " and " + (now.size() - MOST_NAMED) + " more" : "";
    String named = String.join(", ", now.subList(0, Math.min(MOST_NAMED, now.size())));
    return now.isEmpty()
        ? Optional.empty()
        : Optional.of("not finite any more at step " + step + ": " + named + more);
  }

  /** What the gauges remember, and what is known of the columns. */
  List<Slot> slots() {
    List<Slot> all = new ArrayList<>();
    for (Watched each : watched) {
      String where = "probe." + each.name + ".";
      each.gauge.slots().forEach(s -> all.add(new Slot(where + s.name(), s.values())));
    }
    all.add(new Slot("watch.health", health));
    return all;
  }

  /** What the last look has found that whoever reads the numbers should know. */
  Optional<String> news() {
    return news;
  }

  /** The row of the last look; cells that {@link #measured} leaves out hold older numbers. */
  double[] values() {
    return values;
  }

  /** Which cells of {@link #values} belong to the last look. */
  BitSet measured() {
    return measured;
  }

  /** Distinct names of the instruments, in the order of {@link #seconds}. */
  List<String> names() {
    return watched.stream().map(each -> each.name).toList();
  }

  /** What each instrument has cost so far. */
  double[] seconds() {
    return watched.stream().mapToDouble(each -> each.nanos * 1e-9).toArray();
  }
}
