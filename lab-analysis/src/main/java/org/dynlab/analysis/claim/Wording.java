package org.dynlab.analysis.claim;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dynlab.analysis.curve.Decimals;
import org.dynlab.store.claim.Bounds;
import org.dynlab.store.claim.Claim;
import org.dynlab.store.claim.Measured;
import org.dynlab.store.claim.Threshold;

/** A claim's measurable part as a sentence. */
final class Wording {
  private Wording() {}

  /** e.g. {@code first step of eval.accuracy ≥ 0.9 in 32..50, in every run}. */
  static String asked(Claim claim) {
    return quantity(claim.measured())
        + settings(" with ", claim.arm())
        + settings(" ÷ the same seed's with ", claim.against())
        + " "
        + within(claim.bounds())
        + (claim.measured().overRuns() ? "" : ", in " + share(claim.share()));
  }

  private static String settings(String before, Map<String, String> settings) {
    return settings.isEmpty()
        ? ""
        : settings.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(", ", before, ""));
  }

  private static String quantity(Measured measured) {
    if (measured instanceof Measured.FinalValue last) {
      return "last value of " + last.column();
    } else if (measured instanceof Measured.ValueAt value) {
      return "value of " + value.column() + " at step " + value.step();
    } else if (measured instanceof Measured.Rise rise) {
      return "largest less first value of " + rise.column();
    } else if (measured instanceof Measured.Fall fall) {
      return "largest less last value of " + fall.column();
    } else if (measured instanceof Measured.Found found) {
      return found.name() + " of all runs together";
    } else if (measured instanceof Measured.Correlation correlation) {
      String over = correlation.overRuns() ? " at the end, over runs" : " over steps";
      String of = "rank correlation of " + correlation.column();
      return of + " with " + correlation.with() + over;
    }
    Measured.FirstStep first = (Measured.FirstStep) measured;
    String to = "first step of " + words(first.to());
    return to + first.over().map(over -> " ÷ first step of " + words(over)).orElse("");
  }

  private static String words(Threshold threshold) {
    String sign = threshold.falling() ? " ≤ " : " ≥ ";
    return threshold.column() + sign + Decimals.plain(threshold.value());
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
