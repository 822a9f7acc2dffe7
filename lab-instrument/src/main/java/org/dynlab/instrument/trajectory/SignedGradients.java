package org.dynlab.instrument.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dynlab.core.instrument.Objective;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;

/**
 * E‖(1/m) Σ σ_i g_i‖ over fixed random signs σ, drawn once per run: with U the examples of sign +,
 * the vector is 2 (|U|/m) ∇F_U - ∇F, so that each σ costs one pass over its U.
 */
final class SignedGradients {
  private final int count;
  private final SeedTree seeds;
  private List<Objective> parts = List.of();
  private Objective of;
  private double[] ofPart = {};

  SignedGradients(int count, SeedTree seeds) {
    this.count = count;
    this.seeds = seeds;
  }

  /**
   * The mean over the sign vectors; NaN if there are none.
   *
   * @param gradient ∇F there
   */
  double meanNorm(Objective objective, double[] point, double[] gradient) {
    if (of != objective) {
      parts = draw(objective);
      of = objective;
      ofPart = new double[point.length];
    }
    double sum = 0;
    for (Objective part : parts) {
      double share = 0;
      if (part.rows() > 0) {
        double unused = part.gradient(point, ofPart);
        share = 2.0 * part.rows() / objective.rows();
      }
      double square = 0;
      for (int i = 0; i < ofPart.length; i++) {
        double entry = share == 0 ? -gradient[i] : share * ofPart[i] - gradient[i];
        square += entry * entry;
      }
      sum += Math.sqrt(square);
    }
    return sum / count;
  }

  private List<Objective> draw(Objective objective) {
    Stream stream = seeds.stream("probe.signs");
    List<Objective> drawn = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int[] plus =
          IntStream.range(0, objective.rows()).filter(i -> stream.uniform() < 0.5).toArray();
      drawn.add(objective.part(plus));
    }
    return drawn;
  }
}
