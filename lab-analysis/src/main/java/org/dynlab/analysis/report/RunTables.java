package org.dynlab.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Exclusions;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.Decimals;
import org.dynlab.store.Provenance;

/** Tables about the runs themselves: endings, costs, origins, exclusions. */
final class RunTables {
  private static final List<String> FINAL_COLUMNS =
      List.of("train.loss", "train.accuracy", "eval.loss", "eval.accuracy", "eval.relative_l2");
  private static final double MICROS = 1e6;

  private RunTables() {}

  /** One row per run with its last measured values. */
  static String runs(Sweep sweep) {
    boolean swept = sweep.arms().size() > 1;
    Table table = new Table("Every run of the plan with its last measured values").words("run");
    table.numbers("seed");
    if (swept) {
      table.words("arm");
    }
    table.words("ending").numbers("steps");
    List<String> shown = FINAL_COLUMNS.stream().filter(sweep::has).toList();
    shown.forEach(table::numbers);
    table.numbers("wall time");
    for (Run run : sweep.runs()) {
      List<String> cells = new ArrayList<>(List.of(run.name(), Long.toString(run.seed())));
      if (swept) {
        cells.add(arm(run));
      }
      cells.add(run.state().words());
      cells.add(Long.toString(run.steps()));
      shown.forEach(column -> cells.add(last(run, column)));
      cells.add(String.format(Locale.ROOT, "%.2f s", run.timing().wallSeconds()));
      table.row(cells);
    }
    return table.html();
  }

  private static String arm(Run run) {
    return new Arm(run.arm(), List.of(run)).label();
  }

  private static String last(Run run, String column) {
    return run.curve(column)
        .map(Curve::last)
        .filter(OptionalDouble::isPresent)
        .map(value -> Decimals.plain(value.getAsDouble()))
        .orElse("–");
  }

  /** What each instrument cost, over all runs together. */
  static String costs(Sweep sweep) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    double wall = 0;
    long steps = 0;
    for (Run run : sweep.runs()) {
      run.timing().instrumentSeconds().forEach((name, s) -> seconds.merge(name, s, Double::sum));
      wall += run.timing().wallSeconds();
      steps += run.timing().steps();
    }
    if (steps == 0 || !(wall > 0)) {
      return "<p>No timing was written.</p>";
    }
    double measured = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    seconds.put("training and everything else", Math.max(0, wall - measured));
    seconds.put("total", wall);
    Table table =
        new Table("Wall clock over all runs together")
            .words("part")
            .numbers("µs per step")
            .numbers("share of total");
    for (Map.Entry<String, Double> part : seconds.entrySet()) {
      String micros = String.format(Locale.ROOT, "%.1f", MICROS * part.getValue() / steps);
      String share = String.format(Locale.ROOT, "%.1f %%", 100 * part.getValue() / wall);
      table.row(List.of(part.getKey(), micros, share));
    }
    return table.html();
  }

  /** What the runs ran on; where runs differ, every value with its number of runs. */
  static String provenance(Sweep sweep) {
    Table table = new Table("What the runs ran on").words("what").words("value");
    Map<String, Function<Provenance, String>> fields = new LinkedHashMap<>();
    fields.put("code", p -> p.codeVersion() + (p.dirty() ? " with uncommitted changes" : ""));
    fields.put("JVM", Provenance::jvm);
    fields.put("operating system", Provenance::os);
    fields.put("CPU", Provenance::cpu);
    fields.put("ND4J backend", Provenance::backend);
    fields.put("native build", Provenance::nativeClassifier);
    fields.put("BLAS", Provenance::blas);
    fields.put("threads per run", p -> Integer.toString(p.threads()));
    fields.put("host", Provenance::host);
    fields.forEach((name, field) -> table.row(List.of(name, distinct(sweep, field))));
    return table.html();
  }

  private static String distinct(Sweep sweep, Function<Provenance, String> field) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    sweep.runs().stream()
        .flatMap(run -> run.provenance().stream())
        .flatMap(provenance -> Stream.ofNullable(field.apply(provenance)))
        .forEach(value -> counts.merge(value, 1, Integer::sum));
    if (counts.size() <= 1) {
      return counts.isEmpty() ? "unknown" : counts.keySet().iterator().next();
    }
    List<String> values = new ArrayList<>();
    counts.forEach((value, count) -> values.add(value + " (" + count + " runs)"));
    return String.join("; ", values);
  }

  /** The runs that do not count fully. */
  static String exclusions(Exclusions exclusions) {
    if (exclusions.entries().isEmpty()) {
      return "<p>None: every planned run completed and counts.</p>";
    }
    Table table =
        new Table("Runs that do not count fully")
            .words("run")
            .words("what")
            .words("reason")
            .words("in means and verdicts");
    for (Exclusions.Entry entry : exclusions.entries()) {
      String use = entry.censored() ? "counts with the rows it has" : "left out";
      table.row(List.of(entry.run(), entry.kind(), entry.reason(), use));
    }
    return table.html();
  }
}
