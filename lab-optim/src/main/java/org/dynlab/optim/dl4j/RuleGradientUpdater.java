package org.dynlab.optim.dl4j;

import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.dynlab.core.dl4j.ModelLayout;
import org.dynlab.core.engine.Backend;
import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.rule.RuleState;
import org.dynlab.store.problem.UserError;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;

/**
 * The rule of one network at work. Its numbers live in Java arrays and are written to
 * Deeplearning4j's array after every update; where that array holds the state of another number of
 * updates than the last one written, somebody has restored it, and it is read.
 */
final class RuleGradientUpdater implements GradientUpdater<RuleUpdater> {
  private static final String STATE = "rule";
  private static final long NONE = -1;

  private final RuleUpdater config;
  private INDArray view;
  private StateArray array;
  private RuleState rule;
  private long written = NONE;
  private Seen seen;
  private double[] update = new double[0];

  /** The network as its listener saw it before this update. */
  private record Seen(Model model, double loss) {}

  RuleGradientUpdater(RuleUpdater config) {
    this.config = config;
  }

  void see(Model model, double loss) {
    seen = new Seen(model, loss);
  }

  @Override
  public void applyUpdater(INDArray gradient, int iteration, int epoch) {
    Seen now = seen;
    if (now == null) {
      throw new UserError(
          "listeners",
          "must hold a RuleListener where the updater is a RuleUpdater",
          "none",
          "network.addListeners(new RuleListener())");
    }
    seen = null;
    begin(now.model);
    Matrix direction = Matrix.of(gradient);
    Kernels kernels = Backend.kernels(gradient.dataType());
    int size = direction.size();
    update = update.length == size ? update : new double[size];
    kernels.read(direction, 0, update, size);
    double[] parameters = new double[size];
    kernels.read(Matrix.of(now.model.params()), 0, parameters, size);
    rule.rewrite(update, new FitStep(iteration + 1L, now.loss, parameters));
    // Deeplearning4j subtracts what it is given.
    for (int i = 0; i < size; i++) {
      update[i] = -update[i];
    }
    kernels.write(update, direction);
    written = iteration + 1L;
    array.write(rule.slots(), written);
  }

  private void begin(Model model) {
    if (rule == null) {
      rule = config.begin(ModelLayout.of(model));
    }
    if (array.updates() != written) {
      array.read(rule.slots());
    }
  }

  @Override
  public RuleUpdater getConfig() {
    return config;
  }

  @Override
  public void setState(Map<String, INDArray> state, boolean initialize) {
    INDArray only = state.get(STATE);
    setStateViewArray(only, only.shape(), only.ordering(), initialize);
  }

  @Override
  public Map<String, INDArray> getState() {
    return Map.of(STATE, view);
  }

  @Override
  public void setStateViewArray(INDArray to, long[] shape, char order, boolean initialize) {
    view = to;
    array = new StateArray(to);
    written = NONE;
    if (initialize) {
      array.clear();
    }
  }
}
