package org.dynlab.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.store.Caveat;
import org.dynlab.store.Provenance;
import org.dynlab.store.table.Column;

/** Made-up sweeps that look like grokking, the same on every machine and at every call. */
public final class Samples {
  public static final List<Column> COLUMNS =
      List.of(
          new Column("train.loss", "1", "mean data loss on the training examples", "every 1"),
          new Column("train.accuracy", "1", "share of training examples correct", "every 1"),
          new Column("eval.loss", "1", "mean data loss on the evaluation examples", "every 1"),
          new Column("eval.accuracy", "1", "share of evaluation examples correct", "every 1"),
          new Column("weight.all.norm", "1", "L2 norm of all weights", "every 1"),
          new Column("epsilon_rank.layer1.abs_1e-3", "1", "rank above 1e-3", "every 10"),
          new Column("gradient.all.norm", "1", "L2 norm of the gradient", "every 1"));

  public static final Provenance PROVENANCE =
      new Provenance(
          "25fc6f5",
          false,
          "OpenJDK 17.0.15",
          "Linux 6.1 amd64",
          "sample CPU",
          "nd4j-native 1.0.0-M2.1",
          "linux-x86_64-avx2",
          "openblas",
          1,
          "sample host",
          Map.of());

  private Samples() {}

  /** Completed runs with seeds 0..seeds-1 over 3000 steps. */
  public static Sweep grokking(int seeds) {
    List<Run> runs = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      runs.add(grokkingRun(seed, seed, Map.of(), 600));
    }
    return new Sweep("grokking", runs, COLUMNS);
  }

  /** Two arms, the second one generalising earlier. */
  public static Sweep twoArms(int seeds) {
    List<Run> runs = new ArrayList<>();
    for (String rule : List.of("adamw", "wand")) {
      for (int seed = 0; seed < seeds; seed++) {
        double middle = rule.equals("wand") ? 150 : 600;
        runs.add(grokkingRun(runs.size(), seed, Map.of("optimizer", rule), middle));
      }
    }
    return new Sweep("adamw-vs-wand", runs, COLUMNS);
  }

  /**
   * Arms of all kinds: the first is the reference, then ever later ones, of which some seeds never
   * generalise; the last but one diverges now and then, the last one has a caveat.
   */
  public static Sweep manyArms(int arms, int seeds) {
    List<Run> runs = new ArrayList<>();
    for (int arm = 0; arm < arms; arm++) {
      Map<String, String> settings = Map.of("optimizer", "rule-number-" + arm);
      for (int seed = 0; seed < seeds; seed++) {
        Run run = grokkingRun(runs.size(), seed, settings, arm == 0 ? 400 : 150 << (arm % 6));
        boolean diverged = arm == arms - 2 && seed % 3 == 0;
        runs.add(diverged ? diverged(run, 40 + 10L * seed) : run);
      }
    }
    List<Caveat> caveats = List.of(new Caveat("leaksTest", "The optimizer watched test answers."));
    runs.replaceAll(run -> run.index() < (arms - 1) * seeds ? run : withCaveats(run, caveats));
    return new Sweep("many-arms", runs, COLUMNS);
  }

  /** Runs of three seeds that arrive at τ + seed and know 0.1 log10 τ at every loss. */
  public static Sweep doses(String... values) {
    List<Run> runs = new ArrayList<>();
    for (String value : values) {
      for (int seed = 0; seed < 3; seed++) {
        double arrival = Double.parseDouble(value) + seed;
        double known = 0.1 * Math.log10(Double.parseDouble(value));
        Map<String, Curve> curves =
            Map.of(
                "train.loss", curve(2000, 1, step -> Math.exp(2 - 0.01 * step)),
                "eval.accuracy", curve(2000, 1, step -> step >= arrival ? 0.95 : known));
        runs.add(run(runs.size(), seed, Map.of("tau", value), RunState.COMPLETED, "", curves));
      }
    }
    return new Sweep("doses", runs, List.of());
  }

  private static Run diverged(Run run, long last) {
    Map<String, Curve> curves = new LinkedHashMap<>(run.curves());
    curves.replaceAll((column, curve) -> curve.upTo(last));
    return run(run.index(), run.seed(), run.arm(), RunState.DIVERGED, "loss is NaN", curves);
  }

  public static Run grokkingRun(int index, long seed, Map<String, String> arm, double middle) {
    return run(index, seed, arm, RunState.COMPLETED, "", grokkingCurves(seed, middle, 3000));
  }

  public static Run run(
      int index,
      long seed,
      Map<String, String> arm,
      RunState state,
      String reason,
      Map<String, Curve> curves) {
    Timing timing = new Timing(1.5 + 0.1 * seed, 3000, costs());
    String name = "00" + index + "-abcdef";
    long steps = curves.values().stream().mapToLong(c -> c.step(c.size() - 1)).max().orElse(0);
    return new Run(
        name,
        index,
        seed,
        arm,
        state,
        reason,
        steps,
        curves,
        timing,
        Optional.of(PROVENANCE),
        List.of());
  }

  /** The same run with caveats in its manifest. */
  public static Run withCaveats(Run run, List<Caveat> caveats) {
    return new Run(
        run.name(),
        run.index(),
        run.seed(),
        run.arm(),
        run.state(),
        run.reason(),
        run.steps(),
        run.curves(),
        run.timing(),
        run.provenance(),
        caveats);
  }

  private static Map<String, Double> costs() {
    Map<String, Double> costs = new LinkedHashMap<>();
    costs.put("lossAndAccuracy", 0.4);
    costs.put("weightStatistics", 0.09);
    costs.put("epsilonRank", 0.3);
    return costs;
  }

  /** Curves with noise: train learns around step 25, eval around {@code middle}. */
  public static Map<String, Curve> grokkingCurves(long seed, double middle, long last) {
    SplittableRandom random = new SplittableRandom(seed);
    double shift = Math.exp(0.4 * (random.nextDouble() - 0.5));
    double eval = middle * shift;
    Map<String, Curve> curves = new LinkedHashMap<>();
    curves.put("train.loss", curve(last, 1, s -> 4.5 * Math.exp(-s / 40.0) + noisy(random, 1e-4)));
    curves.put("train.accuracy", curve(last, 1, s -> rise(s, 25 * shift, 4, random)));
    curves.put("eval.loss", curve(last, 1, s -> evalLoss(s, eval) * noisy(random, 1)));
    curves.put("eval.accuracy", curve(last, 1, s -> rise(s, eval, 7, random)));
    curves.put(
        "weight.all.norm",
        curve(last, 1, s -> 12 + 30 * s / (s + 60.0) - 22 * logistic(s, eval, 3)));
    curves.put(
        "epsilon_rank.layer1.abs_1e-3",
        curve(last, 10, s -> Math.floor(20 + 80 * logistic(s, eval, 2))));
    curves.put(
        "epsilon_rank.layer1.abs_1e-6",
        curve(last, 10, s -> Math.floor(60 + 100 * logistic(s, eval, 2))));
    curves.put("gradient.all.norm", curve(last, 1, s -> Math.exp(-s / 80.0) + noisy(random, 1e-3)));
    return curves;
  }

  private static double evalLoss(long step, double middle) {
    double overfit = 4.5 + 4 * logistic(step, 20, 3);
    return overfit * (1 - logistic(step, middle, 4)) + 1e-3;
  }

  private static double rise(long step, double middle, double power, SplittableRandom random) {
    double value = 0.01 + 0.99 * logistic(step, middle, power);
    return Math.min(1, Math.max(0, value + 0.02 * (random.nextDouble() - 0.5) * (1 - value)));
  }

  private static double logistic(long step, double middle, double power) {
    return 1 / (1 + Math.pow(middle / Math.max((double) step, 0.5), power));
  }

  private static double noisy(SplittableRandom random, double size) {
    return size * (0.9 + 0.2 * random.nextDouble());
  }

  /** A curve at steps 0, every, 2·every, … up to {@code last}. */
  public static Curve curve(long last, long every, LongToDoubleFunction value) {
    long[] steps = LongStream.rangeClosed(0, last / every).map(i -> i * every).toArray();
    return new Curve(steps, LongStream.of(steps).mapToDouble(value).toArray());
  }

  /** One arm for each list, each run given by its eval accuracy at steps 0 to 100. */
  public static Sweep accuracies(List<List<LongToDoubleFunction>> arms) {
    List<Run> runs = new ArrayList<>();
    for (int a = 0; a < arms.size(); a++) {
      for (LongToDoubleFunction accuracy : arms.get(a)) {
        runs.add(
            run(
                runs.size(),
                runs.size(),
                Map.of("rate", "r" + a),
                RunState.COMPLETED,
                "",
                Map.of("eval.accuracy", curve(100, 1, accuracy))));
      }
    }
    return new Sweep("s", runs, List.of());
  }
}
