package org.dynlab.optim.wand;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;

/**
 * How the entropy estimate S(ln L) grows (arXiv:2505.11411, algorithm 1, steps 6 and 7): update t
 * adds f(t) K(x), a Gaussian of mass f(t) = F min(t/r, r/t) with rise time r, at the x = ln L that
 * it started from.
 *
 * <p>The paper leaves F, r, bin width and kernel to code that is not available. Bin width, kernel
 * and cutoff are those of the group's sampler (github.com/entao1128/hign_entropy_advantage_NNs), F
 * the largest there; its rise times are 10⁵ and more, made for runs of 10⁷ steps, so r is set to
 * suit runs of some thousand.
 */
@Meaning("how the entropy histogram over ln L grows")
public record WangLandau(
    @Meaning("F, mass added at the rise time, >= 0; 0 leaves the histogram empty") @Default("20")
        double increment,
    @Meaning("updates until the increment is largest, > 0") @Default("200") double riseTime,
    @Meaning("width of a bin of ln L, > 0") @Default("0.02") double binWidth,
    @Meaning("standard deviation of the kernel in bins, > 0") @Default("10") double kernelBins,
    @Meaning("standard deviations after which the kernel is cut, > 0") @Default("4") double cutoff,
    @Meaning("ln L of the left end of the histogram") @Default("-20") double from,
    @Meaning("ln L of its right end, > from") @Default("5") double to) {
  private static final double MOST_BINS = 1e7;

  /** Checks the ranges. */
  public WangLandau {
    Checks checks =
        new Checks()
            .nonNegative("increment", increment)
            .positive("riseTime", riseTime)
            .positive("binWidth", binWidth)
            .positive("kernelBins", kernelBins)
            .positive("cutoff", cutoff)
            .that(Double.isFinite(from), "from", "must be a finite number", from)
            .that(to > from && Double.isFinite(to), "to", "must be > from", to, "from is " + from);
    if (checks.passed()) {
      checkSizes(checks, (to - from) / binWidth, 2 * Math.floor(cutoff * kernelBins) + 1);
    }
    checks.done();
  }

  private static void checkSizes(Checks checks, double bins, double kernel) {
    checks.that(
        bins <= MOST_BINS, "binWidth", "must give at most 10000000 bins", (long) Math.ceil(bins));
    checks.that(
        kernel <= Math.ceil(bins),
        "kernelBins",
        "must give a kernel that fits into the range",
        (long) kernel + " bins wide",
        "the range has " + (long) Math.ceil(bins) + " bins");
  }

  /** f(t), for t from 1. */
  double increment(long number) {
    return increment * Math.min(number / riseTime, riseTime / number);
  }

  int bins() {
    return (int) Math.ceil((to - from) / binWidth);
  }

  /** Bins on each side of the kernel's middle. */
  int reach() {
    return Math.max(1, (int) Math.floor(cutoff * kernelBins));
  }
}
