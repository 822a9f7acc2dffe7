package org.dynlab.instrument;

import java.nio.DoubleBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dynlab.core.instrument.Activations;
import org.dynlab.core.instrument.Fit;
import org.dynlab.core.instrument.Interior;
import org.dynlab.core.instrument.Objective;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.task.Features;
import org.dynlab.core.task.Measure;
import org.dynlab.core.task.Targets;

/** A view of numbers written down beforehand. */
public final class RecordedView implements StepView {
  private double[] parameters = {};
  private double[] gradient = {};
  private double[] update = {};
  private Fit train = new Fit(Double.NaN, Double.NaN);
  private Fit eval = train;
  private int rows;
  private List<double[]> layers = List.of();
  private Optional<Measure> measure = Optional.empty();
  private Optional<Targets> targets = Optional.empty();
  private final Map<Source, Objective> objectives = new EnumMap<>(Source.class);
  private long step;
  private double[] outputs = {};
  private ProbeSet asked;
  private Optional<Features> features = Optional.empty();
  private Interior interior;

  public static RecordedView ofParameters(double... parameters) {
    RecordedView view = new RecordedView();
    view.parameters = parameters;
    return view;
  }

  public static RecordedView ofGradient(double... gradient) {
    RecordedView view = new RecordedView();
    view.gradient = gradient;
    return view;
  }

  public static RecordedView ofFits(Fit train, Fit eval) {
    RecordedView view = new RecordedView();
    view.train = train;
    view.eval = eval;
    return view;
  }

  public static RecordedView ofLayers(int rows, double[]... layers) {
    RecordedView view = new RecordedView();
    view.rows = rows;
    view.layers = List.of(layers);
    return view;
  }

  public RecordedView withParameters(double... newParameters) {
    parameters = newParameters;
    return this;
  }

  public RecordedView withGradient(double... newGradient) {
    gradient = newGradient;
    return this;
  }

  public RecordedView withLayers(int newRows, double[]... newLayers) {
    rows = newRows;
    layers = List.of(newLayers);
    return this;
  }

  public RecordedView withMeasure(Measure weights) {
    measure = Optional.of(weights);
    return this;
  }

  /** The probe set that was asked for last. */
  public ProbeSet asked() {
    return asked;
  }

  @Override
  public long step() {
    return step;
  }

  @Override
  public double[] update() {
    return update;
  }

  /** That loss over the examples of that source, whatever number of them is asked for. */
  public RecordedView withObjective(Source source, Objective objective) {
    objectives.put(source, objective);
    return this;
  }

  public RecordedView withUpdate(double... newUpdate) {
    update = newUpdate;
    return this;
  }

  public RecordedView withFeatures(Features newFeatures) {
    features = Optional.of(newFeatures);
    return this;
  }

  public RecordedView withInterior(Interior newInterior) {
    interior = newInterior;
    return this;
  }

  public RecordedView atStep(long newStep) {
    step = newStep;
    return this;
  }

  public RecordedView withTargets(Targets newTargets, double... newOutputs) {
    targets = Optional.of(newTargets);
    outputs = newOutputs;
    return this;
  }

  @Override
  public Objective objective(ProbeSet probes) {
    return objectives.get(probes.source());
  }

  @Override
  public Interior interior() {
    return interior;
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
  public Fit train() {
    return train;
  }

  @Override
  public Fit eval() {
    return eval;
  }

  @Override
  public Activations activations(ProbeSet probes) {
    asked = probes;
    return new Activations() {
      @Override
      public Optional<Measure> measure() {
        return measure;
      }

      @Override
      public Optional<Features> features() {
        return features;
      }

      @Override
      public Optional<Targets> targets() {
        return targets;
      }

      @Override
      public int rows() {
        return rows;
      }

      @Override
      public void copyTo(int layer, DoubleBuffer destination) {
        destination.put(0, layers.get(layer));
      }

      @Override
      public void copyOutputs(DoubleBuffer destination) {
        destination.put(0, outputs);
      }
    };
  }
}
