package org.dynlab.optim.gradient;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.Schedule;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.core.state.Slot;
import org.dynlab.optim.descent.AdamW;
import org.dynlab.optim.descent.AddDecayedWeights;
import org.dynlab.optim.descent.DecayOn;
import org.dynlab.optim.descent.Descend;
import org.dynlab.optim.descent.ScaleByMomentum;
import org.dynlab.store.problem.UserError;

/**
 * Muon (Jordan et al. 2024, kellerjordan.github.io/posts/muon): momentum, orthogonalised, on weight
 * matrices, see {@link OrthogonaliseUpdate}; AdamW on biases, gains and the matrices named. The
 * decay of the matrices is decoupled: θ ← θ - η(update + λθ).
 *
 * <p>Momentum is the sum b ← μb + g of {@link ScaleByMomentum}; the authors' code of 2025 has the
 * mean (1-μ)b, which is the same direction, and the orthogonalised update does not depend on its
 * length but for the guard 10⁻⁷. Their advice is to leave embeddings and the last layer to AdamW:
 * name them in {@code adamwBlocks}.
 */
@Meaning("momentum made orthogonal on weight matrices, AdamW on the rest")
public record Muon(
    @Meaning("η of the matrices, a number or a schedule, > 0 at first") @Default("0.02")
        Schedule learningRate,
    @Meaning("λ of the matrices; per update they shrink by η·λ of themselves, >= 0") @Default("0")
        double weightDecay,
    @Meaning("decay μ of the sum per update, in [0, 1)") @Default("0.95") double momentum,
    @Meaning("look ahead: g + μb in place of b") @Default("true") boolean nesterov,
    @Meaning("Newton-Schulz iterations, 1 to 100") @Default("5") int iterations,
    @Meaning("matrices left to AdamW, e.g. [layer1.W]; biases and gains always are") @Default("[]")
        List<String> adamwBlocks,
    @Meaning("what moves those")
        @Default("{learningRate: 3.0e-4, weightDecay: 0, beta2: 0.95, epsilon: 1.0e-10}")
        AdamW adamw)
    implements UpdateRule {

  /** Checks the ranges and copies the list. */
  public Muon {
    Checks checks = new Checks();
    checks.within("", () -> new Descend(learningRate));
    checks.within("", () -> new AddDecayedWeights(weightDecay, DecayOn.ALL));
    checks.within("", () -> new ScaleByMomentum(momentum, nesterov));
    OrthogonaliseUpdate.check(checks, iterations);
    checks.done();
    adamwBlocks = List.copyOf(adamwBlocks);
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    List<String> names = layout.blocks().stream().map(ParameterBlock::name).toList();
    for (String name : adamwBlocks) {
      if (!names.contains(name)) {
        throw new UserError(
            "optimizer", "must name a block in adamwBlocks", name, "blocks: " + names);
      }
    }
    List<ParameterBlock> matrices =
        layout.weights().stream().filter(b -> !adamwBlocks.contains(b.name())).toList();
    List<ParameterBlock> rest = new ArrayList<>(layout.blocks());
    rest.removeAll(matrices);
    if (matrices.isEmpty()) {
      throw new UserError(
          "optimizer", "must leave a weight matrix to muon", names.toString(), "use adamw");
    }
    return new State(new Part(matrixRule(), matrices, seeds), new Part(adamw, rest, seeds));
  }

  private Chain matrixRule() {
    return Chain.of(
        new ScaleByMomentum(momentum, nesterov),
        new OrthogonaliseUpdate(iterations),
        new AddDecayedWeights(weightDecay, DecayOn.ALL),
        new Descend(learningRate));
  }

  private record State(Part matrices, Part rest) implements RuleState {
    @Override
    public void rewrite(double[] update, StepInput step) {
      matrices.rewrite(update, step);
      rest.rewrite(update, step);
    }

    @Override
    public List<Slot> slots() {
      List<Slot> all = new ArrayList<>(matrices.slots());
      all.addAll(rest.slots());
      return List.copyOf(all);
    }
  }
}
