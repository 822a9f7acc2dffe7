package org.dynlab.core.train;

import org.dynlab.core.instrument.Place;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.model.Model;
import org.dynlab.core.model.Precision;
import org.dynlab.core.network.Network;
import org.dynlab.core.network.StagedExamples;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.TaskData;

/**
 * What instruments see of a network that is not being trained: at any parameters, with the gradient
 * over all training examples. For tests, and for looking at kept parameters after a run.
 */
public final class StandingView {
  private final Network network;
  private final TaskData data;
  private final SeedTree seeds;
  private final Moment moment;
  private final StagedExamples batch;

  /** A network of that model for that data, at its initial parameters. */
  public StandingView(Model model, TaskData data, Precision precision, SeedTree seeds) {
    this.network = model.build(data.train(), precision, seeds);
    this.data = data;
    this.seeds = seeds;
    this.batch = network.stage(data.train());
    this.moment =
        new Moment(
            network,
            new Judge(network, data.train()),
            new Judge(network, data.eval()),
            new ProbeInputs(network, data, seeds),
            new Twin(
                () -> model.withoutDropout().build(data.train(), Precision.DOUBLE, seeds),
                data,
                seeds),
            true);
  }

  /** What instruments may know before the first step. */
  public Subject subject() {
    return subject(network, data, seeds);
  }

  /** The parameters it stands at. */
  public double[] parameters() {
    return moment.parameters().clone();
  }

  /**
   * The view at those parameters, rounded to the network's number format; its update is the way
   * there from where it was. Valid until the next call.
   */
  public StepView at(long step, double[] parameters) {
    double[] update = moment.gradient();
    for (int i = 0; i < update.length; i++) {
      update[i] = parameters[i] - moment.parameters()[i];
    }
    network.move(moment.parameters(), update);
    moment.moved();
    moment.move(step, batch, true);
    return moment;
  }

  static Subject subject(Network network, TaskData data, SeedTree seeds) {
    return new Subject(
        network.layout(),
        network.hidden().stream().map(tap -> new Place(tap.name(), tap.width())).toList(),
        Twin.entrances(network),
        network.outputs(),
        new Subject.Data(
            data.train().rows(),
            data.eval().rows(),
            data.train().targets() instanceof ClassTargets targets ? targets.classes() : 0,
            data.train().measure().isPresent() && data.eval().measure().isPresent()),
        seeds);
  }
}
