package org.dynlab.analysis.glass;

/**
 * Akaike's criterion with the correction for few points (Hurvich and Tsai 1989,
 * doi:10.1093/biomet/76.2.297): {@code n ln(Q/n) + 2k + 2k(k+1)/(n-k-1)}, Q the weighted squares, k
 * the parameters and the variance, n the effective number of points ({@link Decay#effective}).
 * Smaller is better. Noise that is correlated from point to point makes differences look larger
 * than they are.
 */
final class Akaike {
  private Akaike() {}

  static double corrected(double weightedSquares, Decay data, int parameters) {
    double n = data.effective();
    double k = parameters + 1.0;
    double mean = Math.max(Double.MIN_NORMAL, weightedSquares / data.size());
    return n * Math.log(mean) + 2 * k + 2 * k * (k + 1) / (n - k - 1);
  }

  /** Of a constant. */
  static double ofConstant(Decay data) {
    double sum = 0;
    for (int i = 0; i < data.size(); i++) {
      sum += data.weight(i) * data.value(i);
    }
    double mean = sum / data.size();
    double squares = 0;
    for (int i = 0; i < data.size(); i++) {
      squares += data.weight(i) * (data.value(i) - mean) * (data.value(i) - mean);
    }
    return corrected(squares, data, 1);
  }
}
