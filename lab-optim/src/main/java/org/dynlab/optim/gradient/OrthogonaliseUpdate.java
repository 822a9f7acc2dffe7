package org.dynlab.optim.gradient;

import java.util.List;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.Stage;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.rule.UpdateRule;

/**
 * Replaces every weight matrix of the update by one with the same singular vectors and singular
 * values near 1, by Newton-Schulz iteration (Muon, Jordan et al. 2024:
 * kellerjordan.github.io/posts/muon; on grokking arXiv:2504.16041). After 5 iterations singular
 * values above some 1/100 of the Frobenius norm lie between 0.68 and 1.14, smaller ones below 1.21.
 * Biases and gains are left alone.
 *
 * <p>W: [in, out] is then multiplied by √max(1, out/in), as in the authors' code ({@code max(1,
 * rows/columns)**.5} of PyTorch's [out, in] matrices). The iteration runs in double, theirs in
 * bfloat16. A matrix of zeros stays zero; NaN spreads over its matrix. Cost per [m, n] matrix, m ≥
 * n: 4mn² + 2n³ flops and iteration.
 */
@Meaning("makes every weight matrix of the update nearly orthogonal")
public record OrthogonaliseUpdate(
    @Meaning("Newton-Schulz iterations, 1 to 100") @Default("5") int iterations)
    implements UpdateRule {

  /** Checks the range. */
  public OrthogonaliseUpdate {
    Checks checks = new Checks();
    check(checks, iterations);
    checks.done();
  }

  static void check(Checks checks, int iterations) {
    checks.range("iterations", iterations, 1, 100);
  }

  @Override
  public Stage stage() {
    return Stage.DIRECTION;
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return new State(layout.weights().stream().map(Matrix::of).toList(), iterations);
  }

  /** One block with the room to iterate. */
  private record Matrix(ParameterBlock block, NewtonSchulz iteration, double scale) {
    static Matrix of(ParameterBlock block) {
      double scale = Math.sqrt(Math.max(1, (double) block.columns() / block.rows()));
      return new Matrix(block, new NewtonSchulz(block.rows(), block.columns()), scale);
    }
  }

  private record State(List<Matrix> matrices, int iterations) implements RuleState {
    @Override
    public void rewrite(double[] update, StepInput step) {
      for (Matrix matrix : matrices) {
        matrix.iteration.orthogonalise(update, matrix.block.offset(), iterations, matrix.scale);
      }
    }
  }
}
