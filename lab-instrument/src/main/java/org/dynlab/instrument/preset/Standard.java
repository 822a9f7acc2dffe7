package org.dynlab.instrument.preset;

import java.util.List;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.Preset;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.instrument.feature.EpsilonRank;
import org.dynlab.instrument.feature.EpsilonRank.Weighting;
import org.dynlab.instrument.gradient.GradientNorms;
import org.dynlab.instrument.information.BinnedInformation;
import org.dynlab.instrument.information.BinnedInformation.Grid;
import org.dynlab.instrument.weight.Movement;
import org.dynlab.instrument.weight.WeightStatistics;

/**
 * {@link Economy} with all weight statistics, and on 512 inputs the ε-rank of every hidden layer
 * (10⁻⁶, mean) and its information by binning, with bins of half the layer's root mean square.
 */
@Meaning("economy with singular values, epsilon-rank and binned information of hidden layers")
public record Standard() implements Preset {
  private static final int PROBES = 512;

  @Override
  public List<Instrument> parts() {
    return List.of(
        new WeightStatistics(true),
        new Movement(true),
        new GradientNorms(),
        new EpsilonRank(List.of(1e-6), List.of(), PROBES, Source.ALL, Weighting.MEAN),
        new BinnedInformation(Grid.WIDTH, 2, -1, 1, 0.5, true, PROBES, Source.ALL));
  }
}
