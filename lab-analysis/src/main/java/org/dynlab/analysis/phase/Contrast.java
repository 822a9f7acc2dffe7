package org.dynlab.analysis.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dynlab.analysis.LeftOut;

/**
 * Compression against a control, each as a share of its peak: a standardised difference of means,
 * positive where there is more compression than in the control.
 *
 * <p>Paired (a rescaled column of the same runs): {@code d = J · mean / s} of the n differences,
 * standard error {@code √(1/n + d²/2n)}. Unpaired (another arm): Hedges' {@code g = J · (m₁ - m₂) /
 * s}, s pooled, standard error {@code √((n₁+n₂)/(n₁n₂) + g²/(2(n₁+n₂)))}. J = 1 - 3/(4ν - 1) takes
 * out the bias of small samples, ν the degrees of freedom of s (Hedges 1981,
 * doi:10.3102/10769986006002107). The 95 % interval is ± 1.96 standard errors, an approximation for
 * few runs; NaN with fewer than two runs on a side or without any spread.
 *
 * @param column what compresses
 * @param control the column, or the arm, that it is held against
 * @param paired whether both were measured in the same runs
 * @param difference mean share less that of the control
 * @param effect d or g
 * @param low lower limit of the effect
 * @param high upper limit
 * @param runs n, or n₁
 * @param controls n, or n₂
 * @param leftOut runs without a control, with reasons
 */
public record Contrast(
    String column,
    String control,
    boolean paired,
    double difference,
    double effect,
    double low,
    double high,
    int runs,
    int controls,
    List<LeftOut> leftOut) {
  private static final double Z = 1.959963984540054;

  /** Copies the list. */
  public Contrast {
    leftOut = List.copyOf(leftOut);
  }

  static Contrast paired(Compression compression, Compression control) {
    List<Double> differences = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>(control.leftOut());
    for (RunCompression run : compression.runs()) {
      Optional<RunCompression> partner =
          control.runs().stream().filter(other -> other.run().equals(run.run())).findFirst();
      partner.ifPresent(other -> differences.add(run.share() - other.share()));
    }
    Moments moments = Moments.of(differences.stream().mapToDouble(d -> d).toArray());
    int n = moments.n();
    double d = unbiased(n - 1) * moments.mean() / moments.deviation();
    double half = Z * Math.sqrt(1.0 / n + d * d / (2 * n));
    return new Contrast(
        compression.column(),
        control.column(),
        true,
        moments.mean(),
        d,
        d - half,
        d + half,
        n,
        n,
        leftOut);
  }

  static Contrast unpaired(Compression compression, Compression control, String arm) {
    Moments own = Moments.of(shares(compression));
    Moments other = Moments.of(shares(control));
    int n = own.n() + other.n();
    double squares =
        (own.n() - 1) * own.deviation() * own.deviation()
            + (other.n() - 1) * other.deviation() * other.deviation();
    double difference = own.mean() - other.mean();
    double g = unbiased(n - 2) * difference / Math.sqrt(squares / (n - 2));
    double half = Z * Math.sqrt((double) n / own.n() / other.n() + g * g / (2 * n));
    return new Contrast(
        compression.column(),
        arm,
        false,
        difference,
        g,
        g - half,
        g + half,
        own.n(),
        other.n(),
        control.leftOut());
  }

  private static double[] shares(Compression compression) {
    return compression.runs().stream().mapToDouble(RunCompression::share).toArray();
  }

  private static double unbiased(int freedom) {
    return 1 - 3 / (4.0 * freedom - 1);
  }
}
