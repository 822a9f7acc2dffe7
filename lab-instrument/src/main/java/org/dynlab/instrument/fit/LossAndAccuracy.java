package org.dynlab.instrument.fit;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Fit;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.store.table.Column;

/**
 * Mean data loss, without penalties, and accuracy over all training and all evaluation examples.
 * Accuracy is NaN where the task does not define it. Cost: one forward pass over each set, unless
 * the step has computed it anyway; where one set is large, it can be measured at a cadence of its
 * own.
 *
 * @param sets the sets that are measured
 */
@Meaning("loss and accuracy over all training and all evaluation examples")
public record LossAndAccuracy(
    @Meaning("which examples: train, eval") @Default("[train, eval]") List<Part> sets)
    implements Instrument {

  /** A set of examples of the task. */
  public enum Part {
    /** The training examples. */
    TRAIN("train", "training") {
      @Override
      Fit of(StepView view) {
        return view.train();
      }
    },
    /** The evaluation examples. */
    EVAL("eval", "evaluation") {
      @Override
      Fit of(StepView view) {
        return view.eval();
      }
    };

    private final String prefix;
    private final String examples;

    Part(String prefix, String examples) {
      this.prefix = prefix;
      this.examples = examples;
    }

    abstract Fit of(StepView view);

    private List<Column> columns() {
      return List.of(
          new Column(
              prefix + ".loss",
              "1",
              "mean data loss without penalties over all "
                  + examples
                  + " examples; natural logarithm where it has one"),
          new Column(
              prefix + ".accuracy", "1", "share of all " + examples + " examples that are right"));
    }
  }

  /** Checks that there is something to measure, and nothing twice. */
  public LossAndAccuracy {
    sets = List.copyOf(sets);
    Checks checks = new Checks();
    checks.that(!sets.isEmpty(), "sets", "must name train, eval or both", "[]");
    checks.that(sets.stream().distinct().count() == sets.size(), "sets", "must not repeat", sets);
    checks.done();
  }

  @Override
  public Gauge begin(Subject subject) {
    return new FitGauge(sets);
  }

  private record FitGauge(List<Part> sets) implements Gauge {
    @Override
    public List<Column> columns() {
      return sets.stream().flatMap(part -> part.columns().stream()).toList();
    }

    @Override
    public double[] measure(StepView view) {
      List<Double> row = new ArrayList<>();
      for (Part part : sets) {
        Fit fit = part.of(view);
        row.add(fit.loss());
        row.add(fit.accuracy());
      }
      return row.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }
}
