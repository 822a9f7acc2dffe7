package org.dynlab.instrument;

import java.util.List;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.describe.Catalogue.Member;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.instrument.curvature.Hessian;
import org.dynlab.instrument.curvature.LocalLearningCoefficient;
import org.dynlab.instrument.feature.BoundSlack;
import org.dynlab.instrument.feature.EpsilonRank;
import org.dynlab.instrument.feature.FeatureStatistics;
import org.dynlab.instrument.feature.LogitMargin;
import org.dynlab.instrument.feature.NeuralCollapse;
import org.dynlab.instrument.feature.TargetDistance;
import org.dynlab.instrument.fit.LossAndAccuracy;
import org.dynlab.instrument.fit.RelativeError;
import org.dynlab.instrument.gradient.GradientAngles;
import org.dynlab.instrument.gradient.GradientNoise;
import org.dynlab.instrument.gradient.GradientNorms;
import org.dynlab.instrument.information.BinnedInformation;
import org.dynlab.instrument.information.MixtureInformation;
import org.dynlab.instrument.information.NeighbourInformation;
import org.dynlab.instrument.preset.Economy;
import org.dynlab.instrument.preset.Full;
import org.dynlab.instrument.preset.Standard;
import org.dynlab.instrument.progress.FourierProgress;
import org.dynlab.instrument.region.LinearMappingNumber;
import org.dynlab.instrument.region.LocalComplexity;
import org.dynlab.instrument.region.RegionMoves;
import org.dynlab.instrument.trajectory.Trajectory;
import org.dynlab.instrument.weight.Movement;
import org.dynlab.instrument.weight.WeightSpectra;
import org.dynlab.instrument.weight.WeightStatistics;

/** The instruments of this module under the names that {@code probes: - {kind: ...}} uses. */
public final class InstrumentCatalogue {

  private InstrumentCatalogue() {}

  /** All of them, in the order in which they are listed. */
  public static Catalogue<Instrument> catalogue() {
    return new Catalogue<>(
        "probe",
        Instrument.class,
        List.of(
            new Member<>("economy", Economy.class),
            new Member<>("standard", Standard.class),
            new Member<>("full", Full.class),
            new Member<>("lossAndAccuracy", LossAndAccuracy.class),
            new Member<>("relativeError", RelativeError.class),
            new Member<>("weightStatistics", WeightStatistics.class),
            new Member<>("weightSpectra", WeightSpectra.class),
            new Member<>("movement", Movement.class),
            new Member<>("gradientNorms", GradientNorms.class),
            new Member<>("gradientNoise", GradientNoise.class),
            new Member<>("gradientAngles", GradientAngles.class),
            new Member<>("trajectory", Trajectory.class),
            new Member<>("epsilonRank", EpsilonRank.class),
            new Member<>("featureStatistics", FeatureStatistics.class),
            new Member<>("targetDistance", TargetDistance.class),
            new Member<>("boundSlack", BoundSlack.class),
            new Member<>("neuralCollapse", NeuralCollapse.class),
            new Member<>("logitMargin", LogitMargin.class),
            new Member<>("binnedInformation", BinnedInformation.class),
            new Member<>("mixtureInformation", MixtureInformation.class),
            new Member<>("neighbourInformation", NeighbourInformation.class),
            new Member<>("localComplexity", LocalComplexity.class),
            new Member<>("linearMappingNumber", LinearMappingNumber.class),
            new Member<>("regionMoves", RegionMoves.class),
            new Member<>("hessian", Hessian.class),
            new Member<>("localLearningCoefficient", LocalLearningCoefficient.class),
            new Member<>("fourierProgress", FourierProgress.class)));
  }
}
