package org.dynlab.instrument.feature;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.Subject;

/**
 * The ε-rank of every hidden layer: how many eigenvalues of the Gram matrix of its outputs are
 * strictly greater than ε (Yang, Zhao and Zhu, arXiv:2412.05144, definition 2.5).
 *
 * <p>M = c · ΦᵀΦ for Φ: [N, width], the layer's outputs on N fixed probe inputs, not centred, in
 * double; c = 1/N ({@code mean}, the Monte Carlo integral over the data) or 1 ({@code unit}, what
 * the paper's figures match). {@code integral} is M = ΦᵀWΦ with the task's integration weights W:
 * the paper's ∫ φ_i φ_j dx over the domain; a part of the points has its weights scaled to the size
 * of the domain. The three differ by factors in ε: names of columns end in {@code _unit} and {@code
 * _integral}. A relative ε counts λ > ε · λ_max. The paper's discrete formula takes |λ|; λ is taken
 * here, because a negative computed eigenvalue of a Gram matrix is rounding.
 *
 * <p>Edges: 0 for a layer that is 0 on all probes; NaN where an output is not finite, squares
 * overflow, there are no probe inputs, or the probe inputs have no weight. Eigenvalues within about
 * width · 1e-16 · λ_max of ε may fall on either side. Cost at n = min(N, width): N · width · n
 * flops for M, then n³/3 per absolute ε, or 4n³/3 for all together when there are more than three
 * or a relative one.
 *
 * @param epsilon absolute thresholds, positive and distinct
 * @param relative thresholds relative to the largest eigenvalue, in (0, 1) and distinct
 * @param probes N, the number of probe inputs; all of them if there are fewer
 * @param source the examples that probe inputs are drawn from
 * @param weighting the factor c
 * @param spectrum how many of the largest eigenvalues are columns of their own, 0 to width; the
 *     rest of a layer that has fewer is left out
 */
@Meaning("number of eigenvalues of each hidden layer's Gram matrix above a threshold")
public record EpsilonRank(
    @Meaning("absolute thresholds") @Default("[1.0e-3, 1.0e-6]") List<Double> epsilon,
    @Meaning("thresholds relative to the largest eigenvalue") @Default("[]") List<Double> relative,
    @Meaning("number of probe inputs") @Default("1024") int probes,
    @Meaning("examples the probe inputs are drawn from: all, train or eval") @Default("all")
        Source source,
    @Meaning("mean: Gram matrix over N; unit: plain sum; integral: with the task's weights")
        @Default("mean")
        Weighting weighting,
    @Meaning("columns for that many of the largest eigenvalues of each layer, 0 to 10000")
        @Default("0")
        int spectrum)
    implements Instrument {

  /** What the products of outputs are multiplied by before they are summed over the probes. */
  public enum Weighting {
    /** 1/N. */
    MEAN("factor 1/N"),
    /** 1. */
    UNIT("factor 1"),
    /** The integration weights that the task gives its points. */
    INTEGRAL("integration weights of the points");

    private final String words;

    Weighting(String words) {
      this.words = words;
    }

    /** The factor on the whole sum for that many probe inputs. */
    double scale(int rows) {
      return this == MEAN ? 1.0 / rows : 1.0;
    }
  }

  /** Checks the thresholds and copies the lists. */
  public EpsilonRank {
    epsilon = List.copyOf(epsilon);
    relative = List.copyOf(relative);
    Checks checks = new Checks();
    checks.that(
        !epsilon.isEmpty() || !relative.isEmpty(),
        "epsilon",
        "must name at least one threshold here or under relative",
        epsilon);
    for (int i = 0; i < epsilon.size(); i++) {
      checks.positive("epsilon[" + i + "]", epsilon.get(i));
    }
    for (int i = 0; i < relative.size(); i++) {
      checks.strictlyBetween("relative[" + i + "]", relative.get(i), 0, 1);
    }
    distinct(checks, "epsilon", epsilon);
    distinct(checks, "relative", relative);
    checks.range("probes", probes, 1, 1_000_000);
    checks.range("spectrum", spectrum, 0, 10_000);
    checks.done();
  }

  /** Without columns for eigenvalues. */
  public EpsilonRank(
      List<Double> epsilon, List<Double> relative, int probes, Source source, Weighting weighting) {
    this(epsilon, relative, probes, source, weighting, 0);
  }

  private static void distinct(Checks checks, String component, List<Double> thresholds) {
    Set<Double> seen = new HashSet<>();
    for (int i = 0; i < thresholds.size(); i++) {
      Double threshold = thresholds.get(i);
      String where = component + "[" + i + "]";
      checks.that(seen.add(threshold), where, "must not repeat an earlier one", threshold);
    }
  }

  @Override
  public Gauge begin(Subject subject) {
    new Checks()
        .that(
            weighting != Weighting.INTEGRAL || subject.data().measured(),
            "probes.epsilonRank.weighting",
            "must be mean or unit for a task whose points have no integration weights",
            "integral",
            "mean is the Monte Carlo integral over the examples")
        .done();
    return new RankGauge(this, subject);
  }

  /** The inputs it looks at. */
  ProbeSet probeSet() {
    return new ProbeSet(source, probes);
  }

  /** What the names of columns end with, so that ranks of several weightings stand side by side. */
  String suffix() {
    return weighting == Weighting.MEAN ? "" : "_" + weighting.name().toLowerCase(Locale.ROOT);
  }

  /** Where N comes from and what c is, in words. */
  String setting(int rows) {
    return "N = "
        + rows
        + " probe inputs from "
        + source.name().toLowerCase(Locale.ROOT)
        + ", weighting "
        + weighting.name().toLowerCase(Locale.ROOT)
        + " ("
        + weighting.words
        + ")";
  }
}
