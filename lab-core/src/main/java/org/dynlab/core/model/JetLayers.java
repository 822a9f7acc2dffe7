package org.dynlab.core.model;

import java.util.Locale;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.layer.jet.JetDense;
import org.dynlab.core.layer.jet.JetOutput;
import org.dynlab.core.task.Jet;

/**
 * The layers of a fully connected network that solves an equation: they carry the derivatives the
 * equation reads.
 *
 * @param jet those derivatives
 * @param activation f of the hidden layers
 * @param dropout must be 0: the derivatives are those of the whole network
 */
record JetLayers(Jet jet, Activation activation, double dropout) {

  /** Refuses functions that cannot give the derivatives, and dropout. */
  JetLayers {
    new Checks()
        .that(
            activation.curved() || !jet.secondOrder(),
            "model.activation",
            "must have a second derivative that is not 0 almost everywhere, since the task's"
                + " equation reads second derivatives",
            activation.name().toLowerCase(Locale.ROOT),
            "try tanh")
        .that(dropout == 0, "model.dropout", "must be 0 for a task with an equation", dropout)
        .done();
  }

  /** A hidden layer; {@code skip} adds its input to its output. */
  Layer hidden(String name, int in, int out, boolean bias, boolean skip) {
    return new JetDense.Builder(jet)
        .function(activation)
        .bias(bias)
        .skip(skip)
        .name(name)
        .nIn(in)
        .nOut(out)
        .build();
  }

  /** The last layer, with one output. */
  static Layer output(String name, int in, boolean bias) {
    return new JetOutput.Builder().hasBias(bias).name(name).nIn(in).build();
  }
}
