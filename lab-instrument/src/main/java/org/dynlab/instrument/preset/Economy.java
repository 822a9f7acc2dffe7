package org.dynlab.instrument.preset;

import java.util.List;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.Preset;
import org.dynlab.instrument.gradient.GradientNorms;
import org.dynlab.instrument.weight.Movement;
import org.dynlab.instrument.weight.WeightStatistics;

/**
 * What can be measured at every step at next to no cost: statistics of the weights' entries, their
 * movement, the batch gradient's norms. Loss and accuracy are not among them: {@code
 * lossAndAccuracy} costs a pass over the evaluation examples.
 */
@Meaning("for every step: entry statistics of weights, movement, gradient norms")
public record Economy() implements Preset {

  @Override
  public List<Instrument> parts() {
    return List.of(new WeightStatistics(false), new Movement(true), new GradientNorms());
  }
}
