package org.dynlab.analysis.phase;

import java.util.List;
import java.util.OptionalDouble;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.analysis.curve.MedianInterval;

/**
 * One time of the runs of an arm that count.
 *
 * @param symbol e.g. {@code t_IB}
 * @param column what it is read from
 * @param definition in words
 * @param runs one entry per run that counts, in the order of the plan
 */
public record PhaseTime(String symbol, String column, String definition, List<RunTime> runs) {

  /** Copies the list. */
  public PhaseTime {
    runs = List.copyOf(runs);
  }

  static PhaseTime of(Arm arm, TimeRule rule) {
    List<RunTime> runs = arm.counted().parallelStream().map(rule::of).toList();
    return new PhaseTime(rule.symbol(), rule.column(), rule.definition(), runs);
  }

  /** How many runs have it. */
  public int found() {
    return (int) runs.stream().filter(time -> time.step().isPresent()).count();
  }

  /**
   * The median over runs, in steps: of those that have the time and those in which it may come
   * later, which count as never. Runs that have no such time are not in it; see {@link #missing}.
   */
  public MedianInterval median() {
    List<OptionalDouble> outcomes =
        runs.stream().filter(RunTime::known).map(RunTime::step).toList();
    return MedianInterval.of(Censored.of(outcomes));
  }

  /** The runs without it, with reasons. */
  public List<LeftOut> missing() {
    return runs.stream()
        .filter(time -> time.step().isEmpty())
        .map(time -> new LeftOut(time.run(), time.reason()))
        .toList();
  }

  /** What must be known of times that were found. */
  public List<LeftOut> remarks() {
    return runs.stream()
        .filter(time -> time.step().isPresent() && !time.reason().isEmpty())
        .map(time -> new LeftOut(time.run(), time.reason()))
        .toList();
  }
}
