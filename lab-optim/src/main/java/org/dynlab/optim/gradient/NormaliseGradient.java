package org.dynlab.optim.gradient;

import java.util.Arrays;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.Stage;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.rule.UpdateRule;

/**
 * Gives the update a fixed length: u ← u / rms(u), the root mean square over all parameters, or u ←
 * u / ‖u‖. Steps no longer shrink as the loss falls. Before {@link
 * org.dynlab.optim.descent.ScaleByMomentum} and {@link org.dynlab.optim.descent.Descend} it is
 * normalised-gradient momentum, the plain control for rules that follow ln L.
 *
 * <p>Edges: an update of zeros (or of entries below some 10⁻¹⁵⁴, whose squares vanish) is left
 * alone; one with a NaN or an infinite entry becomes NaN throughout.
 */
@Meaning("gives the update a fixed length")
public record NormaliseGradient(
    @Meaning("what becomes 1: rms, the root mean square of the entries, or norm, the length")
        @Default("rms")
        Length to)
    implements UpdateRule {

  /** What becomes 1. */
  public enum Length {
    /** The root mean square of the entries. */
    RMS {
      @Override
      double of(double[] update) {
        return EuclideanNorm.of(update) / Math.sqrt(update.length);
      }
    },
    /** The Euclidean norm. */
    NORM {
      @Override
      double of(double[] update) {
        return EuclideanNorm.of(update);
      }
    };

    abstract double of(double[] update);
  }

  @Override
  public Stage stage() {
    return Stage.DIRECTION;
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return this::normalise;
  }

  private void normalise(double[] update, StepInput step) {
    double length = to.of(update);
    if (!Double.isFinite(length)) {
      Arrays.fill(update, Double.NaN);
    } else if (length > 0) {
      divide(update, length);
    }
  }

  private static void divide(double[] update, double length) {
    for (int i = 0; i < update.length; i++) {
      update[i] /= length;
    }
  }
}
