package org.dynlab.core.train;

import java.util.List;
import org.dynlab.core.instrument.Activations;
import org.dynlab.core.instrument.Fit;
import org.dynlab.core.instrument.Interior;
import org.dynlab.core.instrument.Objective;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.loss.LossSum;
import org.dynlab.core.network.Network;
import org.dynlab.core.network.StagedExamples;
import org.dynlab.core.state.Slot;

/** The view of the current step. What instruments ask for is computed once and kept. */
final class Moment implements StepView {
  private final Network network;
  private final Judge trainSet;
  private final Judge evalSet;
  private final ProbeInputs probeInputs;
  private final double[] parameters;
  private final Twin twin;
  private final boolean followed;
  private double[] gradient;
  private double[] update;
  private long step;
  private StagedExamples batch;
  private Fit train;
  private Fit eval;
  private Fit lastEval = Fit.unknown();
  private ProbeActivations activations;

  Moment(
      Network network,
      Judge trainSet,
      Judge evalSet,
      ProbeInputs probeInputs,
      Twin twin,
      boolean followed) {
    this.network = network;
    this.trainSet = trainSet;
    this.evalSet = evalSet;
    this.probeInputs = probeInputs;
    this.twin = twin;
    this.followed = followed;
    this.parameters = network.read();
    this.gradient = new double[parameters.length];
    this.update = followed ? new double[parameters.length] : gradient;
  }

  /** Computes the gradient at θ_step; everything else follows on demand. */
  Fit move(long toStep, StagedExamples toBatch, boolean wholeTrainSet) {
    step = toStep;
    batch = toBatch;
    train = null;
    eval = null;
    activations = null;
    Fit fit = Judge.fit(network.gradient(batch, step, gradient), batch.targets());
    if (wholeTrainSet && !network.stochastic()) {
      train = fit;
    }
    return fit;
  }

  /**
   * Mean loss of the step's batch at {@code point}, which is rounded to what the network can hold,
   * and its gradient there. The network is back at θ_step afterwards.
   */
  double lossAt(double[] point, double[] gradientThere) {
    network.write(point);
    LossSum sum = network.gradient(batch, step, gradientThere);
    network.write(parameters);
    return Judge.fit(sum, batch.targets()).loss();
  }

  /** The parameters have moved by what {@link #gradient} had become. */
  void moved() {
    if (followed) {
      double[] last = update;
      update = gradient;
      gradient = last;
    }
  }

  /** What the next steps depend on. */
  List<Slot> slots() {
    Slot where = new Slot("parameters", parameters);
    return followed ? List.of(where, new Slot("update", update)) : List.of(where);
  }

  /** Whether every parameter is a finite number. */
  boolean finite() {
    double sum = 0;
    for (double parameter : parameters) {
      sum += 0 * parameter;
    }
    return sum == 0;
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
    if (!followed) {
      throw new IllegalStateException("no gauge follows the run");
    }
    return update;
  }

  @Override
  public Objective objective(ProbeSet probes) {
    return twin.objective(probes);
  }

  @Override
  public Interior interior() {
    return twin.interior(parameters);
  }

  @Override
  public Fit train() {
    if (train == null) {
      train = evaluate(trainSet);
    }
    return train;
  }

  @Override
  public Fit eval() {
    if (eval == null) {
      eval = evaluate(evalSet);
      lastEval = eval;
    }
    return eval;
  }

  /** The fit of the eval set when it was last asked for; NaN before that. */
  Fit lastEval() {
    return lastEval;
  }

  @Override
  public Activations activations(ProbeSet probes) {
    if (activations == null || !activations.isOf(probes)) {
      activations = new ProbeActivations(network, probes, probeInputs.of(probes));
    }
    return activations;
  }

  private Fit evaluate(Judge examples) {
    activations = null;
    return examples.fit();
  }
}
