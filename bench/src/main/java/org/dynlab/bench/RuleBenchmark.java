package org.dynlab.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.descent.AdamW;
import org.dynlab.optim.descent.DecayOn;
import org.dynlab.optim.schedule.Constant;
import org.dynlab.optim.wand.Energy;
import org.dynlab.optim.wand.Wand;
import org.dynlab.optim.wand.WangLandau;

/**
 * Times update rules by themselves on given gradients, turn by turn, in double precision, on the
 * 215,040 parameters of the one-layer transformer of modulus 67. Prints a line {@code
 * lab,rule,median_ms,min_ms,steps} for each, named as {@code bench/torch/adamw_step.py} names its
 * cases.
 *
 * <p>Arguments: {@code wall|cpu}, steps.
 */
public final class RuleBenchmark {
  /** Inputs and outputs of its blocks: embeddings, heads, two layers with biases, unembedding. */
  private static final int[][] BLOCKS = {
    {68, 128},
    {3, 128},
    {128, 128},
    {128, 128},
    {128, 128},
    {128, 128},
    {128, 512},
    {1, 512},
    {512, 128},
    {1, 128},
    {128, 68}
  };

  private RuleBenchmark() {}

  /** Runs all rules. */
  public static void main(String[] args) {
    boolean processor = args[0].equals("cpu");
    int steps = Integer.parseInt(args[1]);
    Map<String, UpdateRule> rules = rules();
    List<String> names = List.copyOf(rules.keySet());
    double[][] times = times(List.copyOf(rules.values()), processor, steps);
    for (int k = 0; k < names.size(); k++) {
      Arrays.sort(times[k]);
      System.out.printf(
          Locale.ROOT,
          "lab,%s,%.4f,%.4f,%d%n",
          names.get(k),
          times[k][steps / 2],
          times[k][0],
          steps);
    }
  }

  private static Map<String, UpdateRule> rules() {
    Map<String, UpdateRule> rules = new LinkedHashMap<>();
    rules.put("adamw", new AdamW(new Constant(1e-3), 1, 0.9, 0.98, 1e-8, DecayOn.ALL));
    rules.put("wand", wand(0.5));
    rules.put("wandNoNoise", wand(0));
    return rules;
  }

  private static Wand wand(double temperature) {
    return new Wand(
        3e-3,
        new Constant(temperature),
        0.5,
        -8,
        Optional.empty(),
        3e4,
        new WangLandau(20, 200, 0.02, 10, 4, -20, 5),
        Optional.empty(),
        Optional.empty(),
        Energy.FULL_BATCH,
        true);
  }

  private static double[][] times(List<UpdateRule> rules, boolean processor, int steps) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    LongSupplier nanos = processor ? threads::getCurrentThreadCpuTime : System::nanoTime;
    ParameterLayout layout = layout();
    List<RuleState> states = new ArrayList<>();
    rules.forEach(rule -> states.add(rule.begin(layout, new SeedTree(1))));
    double[] gradient = normals(layout, "gradient", 1e-3);
    double[] update = new double[layout.size()];
    double[] parameters = normals(layout, "parameters", 0.05);
    double[][] milliseconds = new double[rules.size()][steps];
    for (int step = 1 - 2 * steps; step <= steps; step++) {
      At at = new At(step + 2L * steps, parameters);
      for (int k = 0; k < states.size(); k++) {
        System.arraycopy(gradient, 0, update, 0, update.length);
        long start = nanos.getAsLong();
        states.get(k).rewrite(update, at);
        if (step > 0) {
          milliseconds[k][step - 1] = (nanos.getAsLong() - start) * 1e-6;
        }
      }
    }
    return milliseconds;
  }

  private static double[] normals(ParameterLayout layout, String name, double scale) {
    double[] values = new double[layout.size()];
    new SeedTree(3).noise(name).add(0, scale, values);
    return values;
  }

  private static ParameterLayout layout() {
    List<ParameterBlock> blocks = new ArrayList<>();
    int offset = 0;
    for (int[] shape : BLOCKS) {
      Role role = shape[0] == 1 ? Role.BIAS : Role.WEIGHT;
      blocks.add(new ParameterBlock("block" + offset + ".p", role, offset, shape[0], shape[1]));
      offset += shape[0] * shape[1];
    }
    return new ParameterLayout(blocks);
  }

  private static final class At implements StepInput {
    private final long number;
    private final double[] parameters;

    At(long number, double[] parameters) {
      this.number = number;
      this.parameters = parameters;
    }

    @Override
    public long number() {
      return number;
    }

    @Override
    public double loss() {
      return 0.1;
    }

    @Override
    public double[] parameters() {
      return parameters;
    }

    @Override
    public double lossAt(double[] point, double[] gradient) {
      throw new IllegalStateException("no rule here asks for it");
    }

    @Override
    public double heldOutAccuracy() {
      throw new IllegalStateException("no rule here asks for it");
    }
  }
}
