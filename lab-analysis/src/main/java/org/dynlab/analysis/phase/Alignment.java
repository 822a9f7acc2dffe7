package org.dynlab.analysis.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.analysis.curve.MedianInterval;
import org.dynlab.analysis.statistics.Wilson;

/**
 * Whether two times coincide: log10 of their ratio, run by run. A run is aligned if the logarithm
 * lies within ± the tolerance, a factor 2 for {@value #FACTOR_TWO}. The times of an arm count as
 * aligned if those of {@value #SHARE_WANTED} of the runs are; the share's interval says how much
 * that means. A time that was not seen by the end, against one that was, is not aligned if the end
 * is out of tolerance already, the ratio then being infinite or 0, and otherwise unknown.
 *
 * @param above the time above the line
 * @param below the time below it
 * @param tolerance in decades
 * @param log10 median over the runs whose ratio is known, in decades; infinite of either sign where
 *     one was not seen
 * @param aligned how many runs are
 * @param runs how many have a ratio
 * @param leftOut those that have none, with reasons
 */
public record Alignment(
    PhaseTime above,
    PhaseTime below,
    double tolerance,
    MedianInterval log10,
    int aligned,
    int runs,
    List<LeftOut> leftOut) {
  /** Tolerance of most pairs, in decades. */
  static final double FACTOR_TWO = 0.3;

  private static final double SHARE_WANTED = 0.8;

  /** Copies the list. */
  public Alignment {
    leftOut = List.copyOf(leftOut);
  }

  static Alignment of(PhaseTime above, PhaseTime below, double tolerance) {
    List<OptionalDouble> logs = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (int i = 0; i < above.runs().size(); i++) {
      RunTime top = above.runs().get(i);
      RunTime bottom = below.runs().get(i);
      String unknown = unknown(above.symbol(), top, below.symbol(), bottom, tolerance);
      if (!unknown.isEmpty()) {
        leftOut.add(new LeftOut(top.run(), unknown));
      } else {
        logs.add(log10(top, bottom));
      }
    }
    int aligned =
        (int) logs.stream().filter(l -> Math.abs(l.orElse(Double.MAX_VALUE)) <= tolerance).count();
    MedianInterval median = MedianInterval.of(Censored.of(logs));
    return new Alignment(above, below, tolerance, median, aligned, logs.size(), leftOut);
  }

  /** Empty stands for plus infinity. */
  private static OptionalDouble log10(RunTime above, RunTime below) {
    if (above.step().isEmpty()) {
      return OptionalDouble.empty();
    }
    double over = below.step().orElse(Double.POSITIVE_INFINITY);
    return OptionalDouble.of(Math.log10(above.step().getAsDouble() / over));
  }

  /** Why there is no ratio, empty if there is one. */
  private static String unknown(
      String above, RunTime top, String below, RunTime bottom, double tolerance) {
    if (!bottom.known()) {
      return below + ": " + bottom.reason();
    }
    if (!top.known()) {
      return above + ": " + top.reason();
    }
    if (top.step().orElse(1) == 0 || bottom.step().orElse(1) == 0) {
      return "a time is step 0, which has no ratio";
    }
    if (top.later() && bottom.later()) {
      return "neither was seen by the end";
    }
    double last = top.step().orElse((double) top.watched());
    double other = bottom.step().orElse((double) bottom.watched());
    double decades = top.later() ? Math.log10(last / other) : Math.log10(other / last);
    boolean censored = top.later() || bottom.later();
    String unseen = top.later() ? above : below;
    return censored && decades <= tolerance ? unseen + " was not watched for long enough" : "";
  }

  /** Share of the runs that are aligned, with Wilson's interval. */
  public Wilson share() {
    return Wilson.of(aligned, runs);
  }

  /** Whether the times coincide in at least four of five runs; false without runs. */
  public boolean holds() {
    return runs > 0 && aligned >= SHARE_WANTED * runs;
  }

  /** e.g. {@code t_IB / t_fit}. */
  public String name() {
    return above.symbol() + " / " + below.symbol();
  }
}
