package org.dynlab.core.experiment;

import java.util.List;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.describe.Catalogue.Member;
import org.dynlab.core.describe.Catalogue.Scalar;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.model.Model;
import org.dynlab.core.model.Precision;
import org.dynlab.core.network.Network;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.Schedule;
import org.dynlab.core.rule.Stage;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Task;
import org.dynlab.core.task.TaskData;

/** Members of every family that can be described but not run. */
final class Toy {
  private Toy() {}

  enum Operation {
    ADD,
    DIVIDE
  }

  record Modular(
      @Default("add") Operation operation,
      @Meaning("p, 2..1000; prime for divide") int modulus,
      @Default("0.5") double trainFraction)
      implements Task {
    Modular {
      boolean prime = java.math.BigInteger.valueOf(modulus).isProbablePrime(30);
      new Checks()
          .range("modulus", modulus, 2, 1000)
          .that(
              operation != Operation.DIVIDE || prime,
              "modulus",
              "must be prime for divide",
              modulus)
          .strictlyBetween("trainFraction", trainFraction, 0, 1)
          .done();
    }

    @Override
    public TaskData prepare(SeedTree seeds) {
      throw new UnsupportedOperationException();
    }
  }

  record Parity(@Default("8") int bits) implements Task {
    @Override
    public TaskData prepare(SeedTree seeds) {
      throw new UnsupportedOperationException();
    }
  }

  record Mlp(List<Integer> hidden, @Default("true") boolean bias) implements Model {
    Mlp {
      hidden = List.copyOf(hidden);
      Checks checks = new Checks();
      for (int i = 0; i < hidden.size(); i++) {
        checks.range("hidden[" + i + "]", hidden.get(i), 1, 4096);
      }
      checks.done();
    }

    @Override
    public Network build(Examples examples, Precision precision, SeedTree seeds) {
      throw new UnsupportedOperationException();
    }
  }

  record Constant(double value) implements Schedule {
    Constant {
      new Checks().nonNegative("value", value).done();
    }

    @Override
    public double at(long number) {
      return value;
    }
  }

  record Cosine(double peak, long steps) implements Schedule {
    @Override
    public double at(long number) {
      return peak;
    }
  }

  record AdamW(Schedule learningRate, @Default("1") double weightDecay) implements UpdateRule {
    @Override
    public RuleState begin(ParameterLayout layout, SeedTree seeds) {
      throw new UnsupportedOperationException();
    }
  }

  record Sgd(@Default("0.1") Schedule learningRate) implements UpdateRule {
    @Override
    public RuleState begin(ParameterLayout layout, SeedTree seeds) {
      throw new UnsupportedOperationException();
    }
  }

  record Clip(@Default("0.1") Schedule limit) implements UpdateRule {
    @Override
    public Stage stage() {
      return Stage.ANYWHERE;
    }

    @Override
    public RuleState begin(ParameterLayout layout, SeedTree seeds) {
      throw new UnsupportedOperationException();
    }
  }

  record Weights() implements Instrument {
    @Override
    public Gauge begin(Subject subject) {
      throw new UnsupportedOperationException();
    }
  }

  record Rank(@Default("[1.0e-3]") List<Double> epsilon) implements Instrument {
    @Override
    public Gauge begin(Subject subject) {
      throw new UnsupportedOperationException();
    }
  }

  static final List<Catalogue<?>> CATALOGUES =
      List.of(
          new Catalogue<>(
              "task",
              Task.class,
              List.of(
                  new Member<>("modular", Modular.class), new Member<>("parity", Parity.class))),
          new Catalogue<>("model", Model.class, List.of(new Member<>("mlp", Mlp.class))),
          new Catalogue<>(
              "schedule",
              Schedule.class,
              List.of(
                  new Member<>("constant", Constant.class), new Member<>("cosine", Cosine.class)),
              new Scalar("constant", "value")),
          new Catalogue<>(
              "optimizer",
              UpdateRule.class,
              List.of(
                  new Member<>("adamw", AdamW.class),
                  new Member<>("sgd", Sgd.class),
                  new Member<>("clip", Clip.class))),
          new Catalogue<>(
              "probe",
              Instrument.class,
              List.of(new Member<>("weights", Weights.class), new Member<>("rank", Rank.class))));

  static final ExperimentLanguage LANGUAGE = new ExperimentLanguage(CATALOGUES);

  static final String SMALL =
      """
      name: small
      task: {kind: modular, modulus: 7}
      model: {kind: mlp, hidden: [8]}
      budget: {steps: 10}
      optimizer: {kind: sgd}
      """;

  static final String LARGE =
      """
      name: adam-vs-sgd
      task: {kind: modular, operation: divide, modulus: 67}
      model: {kind: mlp, hidden: [128, 64], bias: false}
      precision: double
      batch: 64
      budget: {steps: 3e3, stopWhen: {column: eval.accuracy, atLeast: 0.99, forSteps: 50}}
      optimizer:
        adamw: [{kind: adamw, learningRate: 0.01, weightDecay: 1.0}]
        sgd: [{kind: sgd, learningRate: {kind: cosine, peak: 0.1, steps: 3000}}, clip]
      probes:
        - weights
        - {kind: rank, epsilon: [1.0e-3, 1.0e-6], logSpaced: 100}
      sweep: {seeds: 3, over: {optimizer: [adamw, sgd], task.modulus: [59, 97]}}
      claims:
        - that: AdamW generalises late
          stepsTo: {eval.accuracy: 0.9}
          over: {train.accuracy: 0.99}
          ratio: {atLeast: 2}
          share: 0.9
      """;

  static ExperimentFile file(String yaml, String... overrides) {
    return ExperimentFile.of(new YamlSource("toy.yaml", yaml), List.of(overrides));
  }

  static Expansion expand(String yaml, String... overrides) {
    return Expansion.of(file(yaml, overrides), LANGUAGE);
  }
}
