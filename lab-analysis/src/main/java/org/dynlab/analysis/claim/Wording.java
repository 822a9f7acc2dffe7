package org.dynlab.analysis.claim;

import java.util.Locale;
import org.dynlab.analysis.curve.Decimals;
import org.dynlab.store.Claim;
import org.dynlab.store.Claim.Bounds;
import org.dynlab.store.Claim.Threshold;

/** A claim's measurable part as a sentence. */
final class Wording {
  private Wording() {}

  /** e.g. {@code first step of eval.accuracy ≥ 0.9 in 32..50, in every run}. */
  static String asked(Claim claim) {
    return quantity(claim) + " " + within(claim.bounds()) + ", in " + share(claim.share());
  }

  private static String quantity(Claim claim) {
    if (claim.finalColumn().isPresent()) {
      return "last value of " + claim.finalColumn().get();
    }
    String to = "first step of " + words(claim.stepsTo().orElseThrow());
    return to + claim.over().map(over -> " ÷ first step of " + words(over)).orElse("");
  }

  private static String words(Threshold threshold) {
    return threshold.column() + " ≥ " + Decimals.plain(threshold.value());
  }

  private static String within(Bounds bounds) {
    if (bounds.atLeast() == null) {
      return "≤ " + Decimals.plain(bounds.atMost());
    }
    if (bounds.atMost() == null) {
      return "≥ " + Decimals.plain(bounds.atLeast());
    }
    return "in " + Decimals.plain(bounds.atLeast()) + ".." + Decimals.plain(bounds.atMost());
  }

  private static String share(double share) {
    return share == 1
        ? "every run"
        : String.format(Locale.ROOT, "at least %s %% of runs", Decimals.plain(100 * share));
  }
}
