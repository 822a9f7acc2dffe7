package org.dynlab.optim.wand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dynlab.core.random.SeedTree;

/**
 * Algorithm 1 of arXiv:2505.11411 word by word: the histogram is the list of everything that was
 * ever added, read at single bins; one parameter at a time.
 */
final class SlowWand {
  private record Added(long bin, double mass) {}

  private final Wand rule;
  private final SeedTree seeds;
  private final double[] v;
  private final List<Added> added = new ArrayList<>();
  private long t;

  SlowWand(Wand rule, int size, SeedTree seeds) {
    this.rule = rule;
    this.seeds = seeds;
    this.v = new double[size];
    seeds.noise("wand.velocity").fill(0, v);
    for (int i = 0; i < size; i++) {
      v[i] *= Math.sqrt(rule.temperature().at(1));
    }
  }

  /** The change of the parameters. */
  double[] step(double loss, double[] g) {
    t++;
    double x = Math.log(loss);
    double slope = histogramSlope(x) + biasSlope(x);
    double[] kick = new double[g.length];
    double squares = 0;
    for (int i = 0; i < g.length; i++) {
      double acceleration = -slope * g[i] / (rule.logLoss() ? loss : 1);
      kick[i] = acceleration * rule.timeStep();
      squares += kick[i] * kick[i];
    }
    double size = Math.sqrt(squares / g.length);
    double limit = rule.forceCap().orElse(Double.POSITIVE_INFINITY);
    double[] noise = new double[g.length];
    seeds.noise("wand.thermostat").fill(t, noise);
    double c = rule.friction();
    double[] change = new double[g.length];
    for (int i = 0; i < g.length; i++) {
      double spread = Math.sqrt(c * (2 - c) * rule.temperature().at(t));
      v[i] = (1 - c) * v[i] + kick[i] * Math.min(1, limit / size) + spread * noise[i];
      change[i] = v[i] * rule.timeStep();
    }
    add(x);
    return change;
  }

  private double biasSlope(double x) {
    double wall = rule.lowerWall().orElse(Double.NEGATIVE_INFINITY);
    double target = rule.targetLogLoss();
    if (rule.cooling().isPresent()) {
      double from = rule.cooling().get().from();
      double share = Math.min(1, (t - 1.0) / rule.cooling().get().steps());
      target = from + share * (target - from);
    }
    return 2 * rule.bias() * (Math.max(0, x - target) - Math.max(0, wall - x));
  }

  private void add(double x) {
    WangLandau shape = rule.wangLandau();
    if (x >= shape.from() && x < shape.to()) {
      double rise = (double) t / shape.riseTime();
      added.add(new Added(bin(x), shape.increment() * Math.min(rise, 1 / rise)));
    }
  }

  private long bin(double x) {
    return (long) Math.floor((x - rule.wangLandau().from()) / rule.wangLandau().binWidth());
  }

  private double histogramSlope(double x) {
    WangLandau shape = rule.wangLandau();
    if (!(x >= shape.from() && x < shape.to())) {
      return 0;
    }
    return (entropy(bin(x) + 1) - entropy(bin(x) - 1)) / (2 * shape.binWidth());
  }

  double entropy(long bin) {
    double sum = 0;
    Map<Long, Double> kernel = new HashMap<>();
    double whole = 0;
    double reach = rule.wangLandau().cutoff() * rule.wangLandau().kernelBins();
    for (long j = (long) -Math.floor(reach); j <= Math.floor(reach); j++) {
      double far = j / rule.wangLandau().kernelBins();
      kernel.put(j, Math.exp(-far * far / 2));
      whole += kernel.get(j);
    }
    for (Added one : added) {
      sum += one.mass * kernel.getOrDefault(bin - one.bin, 0.0) / whole;
    }
    return sum;
  }
}
