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
import org.dynlab.core.rule.UpdateRule;

/**
 * Gives every direction of a weight matrix's gradient the same size (egalitarian gradient descent,
 * arXiv:2510.04930): with G = UΣVᵀ, {@code svd} makes G ← U·diag(σ/max(σ, floor))·Vᵀ, so that all
 * singular values above the floor become 1; {@code columns} divides every column of W: [in, out],
 * the weights into one unit, by max(its norm, floor). First in a chain, before {@code sgd} or
 * {@code momentum}; Adam's rescaling would undo it. Biases and gains keep their gradients.
 *
 * <p>The factor is the published code's, which has no other: singular values (column norms) become
 * 1 and the learning rate is the spectral norm of the step, whatever the gradient's size was. Its
 * floors are 10⁻⁶ for svd, the default here for both, and 0.01 for columns. Directions below the
 * floor are not noise blown up to 1: they are divided by the floor. That code treats the first
 * weight matrix only, the publication every layer; here it is every weight matrix.
 *
 * <p>Edges: a matrix with an entry that is not finite becomes NaN. Cost per [m, n] matrix, m ≥ n:
 * an SVD, some 20mn² flops (LAPACK dgesvd), or one pass for columns.
 */
@Meaning("makes the singular values, or the column norms, of every weight matrix's gradient equal")
public record EqualisedGradient(
    @Meaning("svd, singular values become 1, or columns, norms of columns do") @Default("svd")
        Form form,
    @Meaning("singular values or norms below are divided by it, > 0") @Default("1.0e-6")
        double floor)
    implements UpdateRule {

  /** What is made equal. */
  public enum Form {
    /** The singular values. */
    SVD {
      @Override
      RuleState begin(List<ParameterBlock> matrices, double floor) {
        return new EqualisedSpectrum(matrices, floor);
      }
    },
    /** The norms of the columns. */
    COLUMNS {
      @Override
      RuleState begin(List<ParameterBlock> matrices, double floor) {
        return (update, step) -> matrices.forEach(block -> columns(update, block, floor));
      }
    };

    abstract RuleState begin(List<ParameterBlock> matrices, double floor);
  }

  /** Checks the range. */
  public EqualisedGradient {
    new Checks().positive("floor", floor).done();
  }

  @Override
  public Stage stage() {
    return Stage.DIRECTION;
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return form.begin(layout.weights(), floor);
  }

  private static void columns(double[] update, ParameterBlock block, double floor) {
    for (int from = block.offset(); from < block.end(); from += block.rows()) {
      double sum = 0;
      for (int i = from; i < from + block.rows(); i++) {
        sum += update[i] * update[i];
      }
      double norm = Math.max(Math.sqrt(sum), floor);
      for (int i = from; i < from + block.rows(); i++) {
        update[i] /= norm;
      }
    }
  }
}
