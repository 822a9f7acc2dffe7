package org.dynlab.instrument.dl4j;

import org.dynlab.core.instrument.Activations;
import org.dynlab.core.instrument.Fit;
import org.dynlab.core.instrument.Interior;
import org.dynlab.core.instrument.Objective;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.StepView;

/** One step of {@code fit}. What instruments ask for is computed once and kept. */
final class FitView implements StepView {
  private final PlainTwin twin;
  private final long step;
  private final double[] parameters;
  private final double[] gradient;
  private final double[] update;
  private Fit train;
  private Fit eval;
  private ProbeSet asked;
  private Activations activations;

  FitView(PlainTwin twin, long step, double[] parameters, double[] gradient, double[] update) {
    this.twin = twin;
    this.step = step;
    this.parameters = parameters;
    this.gradient = gradient;
    this.update = update;
  }

  @Override
  public long step() {
    return step;
  }

  @Override
  public double[] parameters() {
    return parameters;
  }

  @Override
  public double[] gradient() {
    return gradient;
  }

  @Override
  public double[] update() {
    return update;
  }

  @Override
  public Fit train() {
    train = train == null ? twin.fit(Source.TRAIN, parameters) : train;
    return train;
  }

  @Override
  public Fit eval() {
    eval = eval == null ? twin.fit(Source.EVAL, parameters) : eval;
    return eval;
  }

  @Override
  public Activations activations(ProbeSet probes) {
    if (!probes.equals(asked)) {
      asked = probes;
      activations = new PlainActivations(twin.at(parameters), twin.examples(probes));
    }
    return activations;
  }

  @Override
  public Objective objective(ProbeSet probes) {
    return twin.objective(probes);
  }

  @Override
  public Interior interior() {
    throw new IllegalStateException("such instruments are refused before training starts");
  }
}
