package org.dynlab.optim.gradient;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.core.state.Slot;

/**
 * A rule at work on some blocks as if the network had no others: their entries of update and
 * parameters are gathered, rewritten, and the update scattered back.
 */
final class Part implements RuleState {
  private final List<ParameterBlock> blocks;
  private final RuleState state;
  private final double[] update;
  private final double[] parameters;

  Part(UpdateRule rule, List<ParameterBlock> blocks, SeedTree seeds) {
    this.blocks = List.copyOf(blocks);
    ParameterLayout layout = closeUp(blocks);
    this.state = rule.begin(layout, seeds);
    this.update = new double[layout.size()];
    this.parameters = new double[layout.size()];
  }

  /** The same blocks without the gaps. */
  private static ParameterLayout closeUp(List<ParameterBlock> blocks) {
    List<ParameterBlock> moved = new ArrayList<>();
    int offset = 0;
    for (ParameterBlock b : blocks) {
      moved.add(new ParameterBlock(b.name(), b.role(), offset, b.rows(), b.columns()));
      offset += b.size();
    }
    return new ParameterLayout(moved);
  }

  @Override
  public void rewrite(double[] whole, StepInput step) {
    gather(whole, update);
    gather(step.parameters(), parameters);
    state.rewrite(update, new Here(step));
    int offset = 0;
    for (ParameterBlock block : blocks) {
      System.arraycopy(update, offset, whole, block.offset(), block.size());
      offset += block.size();
    }
  }

  private void gather(double[] whole, double[] into) {
    int offset = 0;
    for (ParameterBlock block : blocks) {
      System.arraycopy(whole, block.offset(), into, offset, block.size());
      offset += block.size();
    }
  }

  @Override
  public List<Slot> slots() {
    return state.slots();
  }

  /** The step as it looks from these blocks. */
  private final class Here implements StepInput {
    private final StepInput step;

    Here(StepInput step) {
      this.step = step;
    }

    @Override
    public long number() {
      return step.number();
    }

    @Override
    public double loss() {
      return step.loss();
    }

    @Override
    public double[] parameters() {
      return parameters;
    }

    @Override
    public double lossAt(double[] point, double[] gradient) {
      throw new IllegalStateException("a part of the parameters has no loss of its own");
    }

    @Override
    public double heldOutAccuracy() {
      return step.heldOutAccuracy();
    }
  }
}
