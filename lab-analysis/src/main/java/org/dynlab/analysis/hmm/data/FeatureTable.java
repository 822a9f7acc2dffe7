package org.dynlab.analysis.hmm.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.store.problem.UserError;

/**
 * The features of an arm's runs: one row for each step at which all wanted columns were measured.
 *
 * @param sequences the runs that have all of them
 * @param leftOut the other runs, and why
 * @param shortened runs that lack some of their rows, and why
 */
public record FeatureTable(Sequences sequences, List<LeftOut> leftOut, List<LeftOut> shortened) {

  /** Copies the lists. */
  public FeatureTable {
    leftOut = List.copyOf(leftOut);
    shortened = List.copyOf(shortened);
  }

  /**
   * Reads these columns.
   *
   * @param firstRows how many rows of a run are kept at most, its first ones
   */
  public static FeatureTable of(Arm arm, List<String> columns, int firstRows) {
    List<LeftOut> leftOut = new ArrayList<>();
    List<LeftOut> shortened = new ArrayList<>();
    Sequences.Builder builder = new Sequences.Builder(columns);
    for (Run run : arm.runs()) {
      Optional<String> obstacle =
          obstacle(run, columns).or(() -> add(run, columns, firstRows, builder, shortened));
      obstacle.ifPresent(reason -> leftOut.add(new LeftOut(run.name(), reason)));
    }
    if (leftOut.size() == arm.runs().size()) {
      String reasons =
          leftOut.isEmpty() ? "" : leftOut.get(0).run() + " " + leftOut.get(0).reason();
      throw new UserError(arm.name(), "must have a run with all features", "none", reasons);
    }
    Sequences sequences = builder.build();
    if (sequences.rows() == sequences.count()) {
      String hint = "one checkpoint says nothing of how training goes";
      throw new UserError(arm.name(), "must have a run with 2 rows or more", "1 in each", hint);
    }
    return new FeatureTable(sequences, leftOut, shortened);
  }

  private static Optional<String> obstacle(Run run, List<String> columns) {
    if (!run.counts()) {
      return Optional.of(
          "does not count: " + (run.reason().isEmpty() ? run.state().words() : run.reason()));
    }
    return columns.stream()
        .filter(column -> run.curve(column).isEmpty())
        .findFirst()
        .map(column -> "has no column " + column);
  }

  /** Why it cannot be added; empty if it has been. */
  private static Optional<String> add(
      Run run,
      List<String> columns,
      int firstRows,
      Sequences.Builder builder,
      List<LeftOut> shortened) {
    List<Curve> curves = columns.stream().map(column -> run.curve(column).orElseThrow()).toList();
    long[] all = shared(curves);
    long[] steps = LongStream.of(all).limit(firstRows).toArray();
    if (steps.length == 0) {
      return Optional.of("has no step with all features");
    }
    double[][] rows = rows(curves, steps);
    for (int t = 0; t < rows.length; t++) {
      for (int j = 0; j < rows[t].length; j++) {
        if (!Double.isFinite(rows[t][j])) {
          return Optional.of(columns.get(j) + " is " + rows[t][j] + " at step " + steps[t]);
        }
      }
    }
    noteRows(run, curves, all.length, steps.length, shortened);
    builder.add(run.name(), steps, rows);
    return Optional.empty();
  }

  private static void noteRows(
      Run run, List<Curve> curves, int shared, int kept, List<LeftOut> shortened) {
    int most = curves.stream().mapToInt(Curve::size).max().orElse(0);
    if (shared < most) {
      String reason = (most - shared) + " rows lack a feature";
      shortened.add(new LeftOut(run.name(), reason));
    }
    if (kept < shared) {
      String reason = (shared - kept) + " rows after the first " + kept;
      shortened.add(new LeftOut(run.name(), reason));
    }
  }

  /** The steps that all curves have, ascending. */
  private static long[] shared(List<Curve> curves) {
    Curve first = curves.get(0);
    int[] at = new int[curves.size()];
    LongStream.Builder steps = LongStream.builder();
    for (int i = 0; i < first.size(); i++) {
      long step = first.step(i);
      boolean everywhere = true;
      for (int c = 1; c < at.length; c++) {
        at[c] = upTo(step, curves.get(c), at[c]);
        everywhere &= at[c] < curves.get(c).size() && curves.get(c).step(at[c]) == step;
      }
      if (everywhere) {
        steps.add(step);
      }
    }
    return steps.build().toArray();
  }

  private static double[][] rows(List<Curve> curves, long[] steps) {
    double[][] rows = new double[steps.length][curves.size()];
    for (int c = 0; c < curves.size(); c++) {
      int at = 0;
      for (int t = 0; t < steps.length; t++) {
        at = upTo(steps[t], curves.get(c), at);
        rows[t][c] = curves.get(c).value(at);
      }
    }
    return rows;
  }

  /** The first point at or after that step, from point {@code at} on. */
  private static int upTo(long step, Curve curve, int at) {
    int next = at;
    while (next < curve.size() && curve.step(next) < step) {
      next++;
    }
    return next;
  }
}
