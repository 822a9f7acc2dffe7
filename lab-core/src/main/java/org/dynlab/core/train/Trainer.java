package org.dynlab.core.train;

import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.dynlab.core.instrument.Fit;
import org.dynlab.core.network.Network;
import org.dynlab.core.rule.RuleState;
import org.dynlab.store.Ending;

/**
 * Trains one network. A row of the metric table describes θ_t, the state after t updates; update t
 * + 1 uses the gradient at θ_t, so full-batch training sees its own training loss and accuracy for
 * free.
 */
final class Trainer {
  private final Network network;
  private final Batches batches;
  private final RuleState rule;
  private final Moment moment;
  private final Watch watch;
  private final Optional<Judge> heldOut;

  Trainer(
      Network network,
      Batches batches,
      RuleState rule,
      Moment moment,
      Watch watch,
      Optional<Judge> heldOut) {
    this.network = network;
    this.batches = batches;
    this.rule = rule;
    this.moment = moment;
    this.watch = watch;
    this.heldOut = heldOut;
  }

  /**
   * Trains until {@code stopping} finds a reason to end.
   *
   * @param done the step whose row is written already, if the run goes on
   */
  Ending train(Optional<Long> done, Stopping stopping, RunRecorder recorder, Keeper keeper) {
    long first = 0;
    if (done.isPresent()) {
      update(moment.move(done.get(), batches.at(done.get()), batches.full()));
      first = done.get() + 1;
    }
    for (long step = first; ; step++) {
      Fit batch = moment.move(step, batches.at(step), batches.full());
      watch.look(moment);
      recorder.row(step);
      Optional<Ending> ending = stopping.after(moment, batch);
      if (ending.isPresent()) {
        keeper.over(ending.get());
        return ending.get();
      }
      keeper.goesOn(step);
      update(batch);
    }
  }

  private void update(Fit batch) {
    update(new CurrentStep(moment.step() + 1, batch.loss(), moment, heldOut));
  }

  private void update(CurrentStep step) {
    MultiLayerNetwork model = network.dl4j();
    model.getListeners().forEach(listener -> listener.onGradientCalculation(model));
    // Nobody looks at the gradient of a step after its instruments: it becomes the update.
    double[] update = moment.gradient();
    rule.rewrite(update, step);
    network.move(step.parameters(), update);
    moment.moved();
    for (TrainingListener listener : model.getListeners()) {
      listener.iterationDone(model, Math.toIntExact(step.number()), 0);
    }
  }
}
