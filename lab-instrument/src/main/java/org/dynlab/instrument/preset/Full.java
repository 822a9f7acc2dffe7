package org.dynlab.instrument.preset;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.Preset;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.instrument.curvature.Hessian;
import org.dynlab.instrument.feature.FeatureStatistics;
import org.dynlab.instrument.feature.LogitMargin;
import org.dynlab.instrument.feature.NeuralCollapse;
import org.dynlab.instrument.feature.TargetDistance;
import org.dynlab.instrument.gradient.GradientAngles;
import org.dynlab.instrument.gradient.GradientNoise;
import org.dynlab.instrument.information.MixtureInformation;
import org.dynlab.instrument.trajectory.Trajectory;
import org.dynlab.instrument.weight.WeightSpectra;

/**
 * {@link Standard} with everything else that every network allows: spectra, noise and angles of
 * gradients, trajectory, feature statistics, distance to the target, margins, neural collapse,
 * information bounds, curvature. For some dozens of steps of a run ({@code logSpaced: 50}), not for
 * every one. What asks for a network of dense layers (regions, linear mapping number), a sum modulo
 * p or long chains (learning coefficient) is named by itself.
 */
@Meaning("standard with all instruments that every network allows; for some dozens of steps")
public record Full() implements Preset {

  @Override
  public List<Instrument> parts() {
    List<Instrument> parts = new ArrayList<>(new Standard().parts());
    parts.add(new WeightSpectra(0));
    parts.add(new GradientNoise(128));
    parts.add(new GradientAngles(1_000_000));
    parts.add(new Trajectory(1_000_000, 128, 32, 2));
    parts.add(new FeatureStatistics(0.999, 1024, Source.ALL));
    parts.add(new TargetDistance(List.of(1e-6), 1024, Source.TRAIN));
    parts.add(new LogitMargin(4096, Source.TRAIN));
    parts.add(new LogitMargin(4096, Source.EVAL));
    parts.add(new NeuralCollapse(4096, Source.TRAIN));
    parts.add(new MixtureInformation(List.of(0.1), List.of(1.0), false, 1024, Source.TRAIN));
    parts.add(new Hessian(1024, 50, 1e-3, 10));
    return List.copyOf(parts);
  }
}
