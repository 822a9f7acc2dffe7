package org.dynlab.optim.dl4j;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.RecordReader;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.rule.LinkOrder;
import org.dynlab.core.rule.Needs;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.OptimizerCatalogue;
import org.dynlab.optim.schedule.ScheduleCatalogue;
import org.dynlab.store.problem.UserError;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Any chain of update rules as a Deeplearning4j updater. It must be the updater of all layers, and
 * the network must have a {@link RuleListener}, through which the rule sees loss and parameters.
 *
 * <p>The rule's whole state lies in Deeplearning4j's updater state, so {@code ModelSerializer}
 * keeps it and training goes on bit for bit. Penalties set on Deeplearning4j's layers join the
 * gradient before the rule sees it; the loss it sees is without them. Rules that need the whole
 * training set in every batch get what {@code fit} is given: hand it over as one batch. Rules that
 * ask for the loss elsewhere or for held-out examples are refused.
 */
public final class RuleUpdater implements IUpdater {
  private static final long serialVersionUID = 1L;
  private static final String PLACE = "RuleUpdater: ";

  private String optimizer;
  private long seed;

  /** For Deeplearning4j's JSON. */
  private RuleUpdater() {
    this("adamw", 0);
  }

  /**
   * @param optimizer a link or a list of links as in an experiment's {@code optimizer}, e.g. {@code
   *     [{kind: wand, timeStep: 3.0e-3}]}
   * @param seed root of the rule's random streams
   */
  public RuleUpdater(String optimizer, long seed) {
    this.optimizer = Objects.requireNonNull(optimizer, "optimizer");
    this.seed = seed;
    Needs needs = chain().needs();
    Checks checks = new Checks();
    checks.within(PLACE, this::orderedChain);
    checks.that(
        !needs.otherPoints(),
        PLACE + "optimizer",
        "must not ask for the loss at other parameters",
        optimizer,
        "fit() gives one loss per step; run it with the lab");
    checks.that(
        needs.heldOut().isEmpty(),
        PLACE + "optimizer",
        "must not ask for held-out examples",
        optimizer,
        "fit() knows the batch alone; run it with the lab");
    checks.that(
        stateSize(1) > 0,
        PLACE + "optimizer",
        "must not name blocks of parameters",
        optimizer,
        "the state's room is made before the blocks are known; run it with the lab");
    checks.done();
  }

  /** The rules, read from the text. */
  Chain chain() {
    RecordReader reader =
        new RecordReader(List.of(OptimizerCatalogue.catalogue(), ScheduleCatalogue.catalogue()));
    JsonNode tree = new YamlSource("RuleUpdater", optimizer).value();
    if (!tree.isArray()) {
      return Chain.of(reader.read(tree, UpdateRule.class, PLACE));
    }
    List<UpdateRule> links = new ArrayList<>();
    Checks checks = new Checks();
    for (int i = 0; i < tree.size(); i++) {
      JsonNode link = tree.get(i);
      checks
          .within(PLACE + "[" + i + "]", () -> reader.read(link, UpdateRule.class, ""))
          .ifPresent(links::add);
    }
    checks.done();
    return new Chain(links);
  }

  private Chain orderedChain() {
    Checks checks = new Checks();
    LinkOrder.check(chain(), "optimizer", checks);
    checks.done();
    return chain();
  }

  /** The rule at the start of its work on such parameters. */
  RuleState begin(ParameterLayout layout) {
    return chain().begin(layout, new SeedTree(seed));
  }

  /**
   * Room for the state that the rule has on that many parameters, be they a matrix, a bias or a
   * part of both, and for its header.
   */
  @Override
  public long stateSize(long numParams) {
    int size = Math.toIntExact(numParams);
    ParameterBlock matrix = new ParameterBlock("layer.W", Role.WEIGHT, 0, size, 1);
    ParameterBlock bias = new ParameterBlock("layer.b", Role.BIAS, 0, 1, size);
    ParameterBlock next = new ParameterBlock("layer.b", Role.BIAS, size, 1, size);
    long alone = Math.max(entries(List.of(matrix)), entries(List.of(bias)));
    return Math.max(alone, (entries(List.of(matrix, next)) + 1) / 2);
  }

  private long entries(List<ParameterBlock> blocks) {
    try {
      return StateArray.entries(begin(new ParameterLayout(blocks)).slots());
    } catch (UserError unsuited) {
      return 0; // a rule for matrices alone, asked about a bias
    }
  }

  @Override
  public GradientUpdater<RuleUpdater> instantiate(INDArray viewArray, boolean initialize) {
    RuleGradientUpdater updater = new RuleGradientUpdater(this);
    updater.setStateViewArray(viewArray, viewArray.shape(), viewArray.ordering(), initialize);
    return updater;
  }

  @Override
  public GradientUpdater<RuleUpdater> instantiate(Map<String, INDArray> state, boolean initialize) {
    RuleGradientUpdater updater = new RuleGradientUpdater(this);
    updater.setState(state, initialize);
    return updater;
  }

  /** Rules have learning rates of their own. */
  @Override
  public boolean hasLearningRate() {
    return false;
  }

  @Override
  public double getLearningRate(int iteration, int epoch) {
    return Double.NaN;
  }

  @Override
  public void setLrAndSchedule(double rate, ISchedule schedule) {
    throw new UnsupportedOperationException("the learning rate belongs to the rule: " + optimizer);
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod")
  public RuleUpdater clone() {
    return new RuleUpdater(optimizer, seed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RuleUpdater that
        && optimizer.equals(that.optimizer)
        && seed == that.seed;
  }

  @Override
  public int hashCode() {
    return Objects.hash(optimizer, seed);
  }

  @Override
  public String toString() {
    return "RuleUpdater[" + optimizer + ", seed " + seed + "]";
  }
}
