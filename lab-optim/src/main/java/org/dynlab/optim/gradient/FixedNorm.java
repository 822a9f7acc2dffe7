package org.dynlab.optim.gradient;

import java.util.List;
import java.util.Optional;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.Stage;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.core.state.Slot;

/**
 * Keeps the Euclidean norm of all parameters fixed, biases and gains included: the last link of a
 * chain, which rewrites the update u so that the parameters land on the sphere, u ← (θ + u) · norm
 * / ‖θ + u‖ - θ. The experiment of Liu, Michaud and Tegmark 2023, arXiv:2210.01117, that trains at
 * a constant weight norm; with a model's {@code initScale} of 0.8 it is held at 0.8 of the usual
 * one.
 *
 * <p>Without {@code norm} it is that of the parameters before the first update, kept in slot {@code
 * fixed_norm.norm} (0 before that). Where θ + u = 0, or while no norm but 0 has been seen, there is
 * no direction to go and the update is left alone.
 */
@Meaning("moves the parameters back to a fixed norm after each update; the last link of a chain")
public record FixedNorm(
    @Meaning("norm of all parameters, > 0; that before the first update if left out")
        Optional<Double> norm)
    implements UpdateRule {

  /** Checks the range. */
  public FixedNorm {
    Checks checks = new Checks();
    norm.ifPresent(n -> checks.positive("norm", n));
    checks.done();
  }

  @Override
  public Stage stage() {
    return Stage.AFTERWARDS;
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return new State(norm, new Slot("fixed_norm.norm", new double[1]));
  }

  private record State(Optional<Double> norm, Slot kept) implements RuleState {
    @Override
    public void rewrite(double[] update, StepInput step) {
      double[] parameters = step.parameters();
      double radius = radius(parameters);
      double length = EuclideanNorm.ofSum(parameters, update);
      if (radius != 0 && length != 0) {
        land(update, parameters, radius / length);
      }
    }

    private double radius(double[] parameters) {
      double[] first = kept.values();
      if (first[0] == 0) {
        first[0] = norm.orElseGet(() -> EuclideanNorm.of(parameters));
      }
      return first[0];
    }

    private static void land(double[] update, double[] parameters, double factor) {
      for (int i = 0; i < update.length; i++) {
        update[i] = (parameters[i] + update[i]) * factor - parameters[i];
      }
    }

    @Override
    public List<Slot> slots() {
      return List.of(kept);
    }
  }
}
