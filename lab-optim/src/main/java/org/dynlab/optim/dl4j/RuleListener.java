package org.dynlab.optim.dl4j;

import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.dynlab.store.problem.UserError;

/**
 * Shows a network's loss and parameters to its {@link RuleUpdater} before every update. Any network
 * with that updater needs one; it keeps nothing and may serve several.
 */
public final class RuleListener extends BaseTrainingListener {

  @Override
  public void onGradientCalculation(Model model) {
    rule(model).see(model, dataLoss(model));
  }

  private static RuleGradientUpdater rule(Model model) {
    List<UpdaterBlock> blocks =
        updater(model) instanceof BaseMultiLayerUpdater<?> all ? all.getUpdaterBlocks() : List.of();
    if (blocks.size() == 1 && blocks.get(0).getGradientUpdater() instanceof RuleGradientUpdater u) {
      return u;
    }
    throw new UserError(
        "updater",
        "must be one RuleUpdater for all layers of the network",
        blocks.size() + " groups of layers with different updaters",
        "set it once on the configuration's builder, and no other on layers or biases");
  }

  private static Updater updater(Model model) {
    if (model instanceof MultiLayerNetwork network) {
      return network.getUpdater();
    }
    if (model instanceof ComputationGraph graph) {
      return graph.getUpdater();
    }
    throw new UserError(
        "model",
        "must be a MultiLayerNetwork or a ComputationGraph",
        model.getClass().getSimpleName(),
        "");
  }

  /** The score without the penalties of L1, L2 and weight decay. */
  static double dataLoss(Model model) {
    double penalty =
        model instanceof MultiLayerNetwork network
            ? network.calcRegularizationScore(true)
            : ((ComputationGraph) model).calcRegularizationScore(true);
    return model.score() - penalty;
  }
}
