package org.dynlab.analysis.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dynlab.analysis.curve.MedianInterval;
import org.dynlab.analysis.phase.Alignment;
import org.dynlab.analysis.phase.Compression;
import org.dynlab.analysis.phase.Contrast;
import org.dynlab.analysis.phase.PhaseTime;
import org.dynlab.analysis.phase.Phases;
import org.dynlab.analysis.statistics.Estimate;
import org.dynlab.analysis.statistics.Interval;

/** When the phases of training turn. */
final class PhaseFinding {
  private static final String READING =
      "Times at which fitting ends and other quantities turn (arXiv 2504.12700), each read off every"
          + " run by a rule that asks a turn to be larger than five times the noise around it;"
          + " medians over runs with distribution-free intervals. A run in which the time may still"
          + " come counts as later than all others.";

  private PhaseFinding() {}

  /**
   * Empty without a time.
   *
   * @param control the phases of the arm that this one's compression is held against
   */
  static List<Finding> of(Phases phases, String suffix, Optional<Phases> control) {
    if (phases.times().stream().allMatch(time -> time.found() == 0)) {
      return List.of();
    }
    List<DataTable> tables = new ArrayList<>(List.of(times(phases)));
    if (!phases.alignments().isEmpty()) {
      tables.add(alignments(phases));
    }
    if (!phases.compressions().isEmpty()) {
      tables.add(compressions(phases));
    }
    List<Contrast> contrasts = new ArrayList<>(phases.contrasts());
    control.map(phases::against).ifPresent(contrasts::addAll);
    if (!contrasts.isEmpty()) {
      tables.add(contrasts(contrasts));
    }
    return List.of(
        new Finding(
            "phases" + suffix,
            "Phases of " + phases.arm().name(),
            READING,
            phases.arm().name(),
            numbers(phases),
            tables,
            notes(phases)));
  }

  private static List<FoundNumber> numbers(Phases phases) {
    String arm = phases.arm().name();
    List<FoundNumber> numbers = new ArrayList<>();
    for (PhaseTime time : phases.times()) {
      if (FoundNames.isTime(time.symbol())) {
        String step = FoundNames.step(time.symbol());
        numbers.add(FoundNumber.of(step, time.column(), arm, FoundNumber.median(time.median())));
        Estimate found = FoundNumber.exact(time.found(), time.runs().size());
        numbers.add(FoundNumber.of(FoundNames.runs(time.symbol()), time.column(), arm, found));
      }
    }
    for (Compression compression : phases.compressions()) {
      Estimate share = FoundNumber.median(compression.share());
      numbers.add(FoundNumber.of(FoundNames.COMPRESSION, compression.column(), arm, share));
    }
    for (Contrast contrast : phases.contrasts()) {
      Estimate effect =
          new Estimate(
              contrast.effect(), new Interval(contrast.low(), contrast.high()), contrast.runs());
      numbers.add(FoundNumber.of(FoundNames.CONTRAST, contrast.column(), arm, effect));
    }
    return numbers;
  }

  private static DataTable times(Phases phases) {
    DataTable.Builder table =
        new DataTable.Builder("times", "When phases turn")
            .words("time", "read from")
            .estimates("median step")
            .numbers("found in", "of runs")
            .words("definition");
    for (PhaseTime time : phases.times()) {
      table.row(
          Cell.of(time.symbol()),
          Cell.of(time.column()),
          median(time.median()),
          Cell.of((long) time.found()),
          Cell.of((long) time.runs().size()),
          Cell.of(time.definition()));
    }
    return table.build();
  }

  static Cell median(MedianInterval median) {
    return Cell.of(median.median(), new Interval(median.low(), median.high()));
  }

  private static DataTable alignments(Phases phases) {
    DataTable.Builder table =
        new DataTable.Builder("alignments", "Whether times go together")
            .words("ratio", "read from")
            .estimates("median of log10")
            .numbers("aligned", "runs")
            .words("holds in 80 % of runs");
    for (Alignment alignment : phases.alignments()) {
      table.row(
          Cell.of(alignment.name()),
          Cell.of(alignment.above().column() + " / " + alignment.below().column()),
          median(alignment.log10()),
          Cell.of((long) alignment.aligned()),
          Cell.of((long) alignment.runs()),
          Cell.of(alignment.holds() ? "yes" : "no"));
    }
    return table.build();
  }

  private static DataTable compressions(Phases phases) {
    DataTable.Builder table =
        new DataTable.Builder("compressions", "What compresses: largest less last value")
            .words("column")
            .estimates("fall", "share of the largest")
            .numbers("effect", "turned in", "runs");
    for (Compression compression : phases.compressions()) {
      table.row(
          Cell.of(compression.column()),
          median(compression.drop()),
          median(compression.share()),
          Cell.of(compression.effect()),
          Cell.of((long) compression.turned()),
          Cell.of((long) compression.runs().size()));
    }
    return table.build();
  }

  private static DataTable contrasts(List<Contrast> contrasts) {
    DataTable.Builder table =
        new DataTable.Builder(
                "contrasts",
                "Compression held against a control: rescaled outputs, or the first arm")
            .words("column", "control")
            .estimates("effect size")
            .numbers("difference of shares", "runs", "controls");
    for (Contrast contrast : contrasts) {
      table.row(
          Cell.of(contrast.column()),
          Cell.of(contrast.control() + (contrast.paired() ? " (same runs)" : "")),
          Cell.of(contrast.effect(), new Interval(contrast.low(), contrast.high())),
          Cell.of(contrast.difference()),
          Cell.of((long) contrast.runs()),
          Cell.of((long) contrast.controls()));
    }
    return table.build();
  }

  private static List<String> notes(Phases phases) {
    List<String> notes = new ArrayList<>();
    notes.addAll(RunNotes.leftOut("", phases.leftOut()));
    for (PhaseTime time : phases.times()) {
      String of = time.symbol() + " of " + time.column();
      notes.addAll(RunNotes.remarks(of, time.missing()));
      notes.addAll(RunNotes.remarks(of, time.remarks()));
    }
    return notes;
  }
}
