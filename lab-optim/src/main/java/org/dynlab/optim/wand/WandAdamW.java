package org.dynlab.optim.wand;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.HeldOut;
import org.dynlab.core.rule.Needs;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.core.state.Slot;
import org.dynlab.optim.descent.AdamW;
import org.dynlab.store.Caveat;

/**
 * WanD and AdamW mixed (arXiv:2505.11411, appendix B.3): both follow the same gradients with states
 * of their own, and the update is α ΔWanD + (1-α) ΔAdamW with α = (2A - 1)² for an accuracy A.
 *
 * <p>The paper takes A from the test set, so that test answers steer the training; {@code
 * leaksTest: true} does the same and the run says so. Otherwise A is that of a slice of the
 * training examples, which are then no longer trained on. The paper's words (WanD's share rises,
 * then falls) contradict its formula (α is 1 at A = 0 and at A = 1, 0 at A = ½); here it is the
 * formula. State: the slots of both. NaN for A makes the update NaN.
 */
@Meaning("WanD and AdamW mixed by an accuracy A: (2A-1)² of WanD's update")
public record WandAdamW(
    @Meaning("WanD's settings") @Default("{}") Wand wand,
    @Meaning("AdamW's settings") @Default("{}") AdamW adamw,
    @Meaning("share of the training examples that are held out for A, in (0, 1)") @Default("0.1")
        double validationShare,
    @Meaning("take A from the eval set, as published; the run is labelled") @Default("false")
        boolean leaksTest)
    implements UpdateRule {

  /** Checks the share. */
  public WandAdamW {
    new Checks().strictlyBetween("validationShare", validationShare, 0, 1).done();
  }

  @Override
  public Needs needs() {
    if (!leaksTest) {
      return wand.needs().withHeldOut(HeldOut.ofTraining(validationShare));
    }
    return wand.needs()
        .withHeldOut(HeldOut.evalSet())
        .withCaveat(
            new Caveat(
                "leaksTest",
                "the accuracy on the eval set steers the optimizer in every update, so this run's"
                    + " eval columns do not measure generalisation to unseen examples"));
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return new State(wand.begin(layout, seeds), adamw.begin(layout, seeds), layout.size());
  }

  private static final class State implements RuleState {
    private final RuleState wand;
    private final RuleState adamw;
    private final double[] other;

    State(RuleState wand, RuleState adamw, int size) {
      this.wand = wand;
      this.adamw = adamw;
      this.other = new double[size];
    }

    @Override
    public void rewrite(double[] update, StepInput step) {
      double edge = 2 * step.heldOutAccuracy() - 1;
      System.arraycopy(update, 0, other, 0, update.length);
      wand.rewrite(update, step);
      adamw.rewrite(other, step);
      mix(update, other, edge * edge);
    }

    private static void mix(double[] update, double[] other, double share) {
      for (int i = 0; i < update.length; i++) {
        update[i] = share * update[i] + (1 - share) * other[i];
      }
    }

    @Override
    public List<Slot> slots() {
      List<Slot> all = new ArrayList<>(wand.slots());
      all.addAll(adamw.slots());
      return List.copyOf(all);
    }
  }
}
