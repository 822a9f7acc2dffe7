package org.dynlab.instrument.weight;

import java.util.Arrays;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.instrument.flat.Sums;

/** The statistics of one weight matrix, in the order of {@link MatrixStatistic}. */
final class MatrixGauge {
  private static final double NEGLIGIBLE = 1e-5;

  private final ParameterBlock block;
  private final int statistics;
  private final GramSpectrum spectrum;

  MatrixGauge(ParameterBlock block, boolean singularValues) {
    this.block = block;
    this.statistics = MatrixStatistic.chosen(singularValues).size();
    this.spectrum = singularValues ? new GramSpectrum(block.rows(), block.columns()) : null;
  }

  ParameterBlock block() {
    return block;
  }

  /** Whether the variance of the singular values is defined. */
  boolean hasSingularVariance() {
    return Math.min(block.rows(), block.columns()) > 1;
  }

  /** The values; all NaN if an entry is not finite. */
  double[] measure(double[] parameters, Sums sums) {
    double[] values = new double[statistics];
    if (!sums.isFinite()) {
      Arrays.fill(values, Double.NaN);
      return values;
    }
    double trace = trace(parameters);
    int next = 0;
    values[next++] = sums.magnitudes();
    values[next++] = sums.norm();
    values[next++] = sums.magnitudes() / sums.norm();
    values[next++] = trace;
    if (spectrum != null) {
      double[] singular = spectrum.of(parameters, block.offset());
      values[next++] = singular[0];
      values[next++] = trace / singular[0];
      putMoments(singular, values, next);
    }
    return values;
  }

  private static void putMoments(double[] singular, double[] values, int at) {
    for (int k = 0; k < singular.length; k++) {
      singular[k] = singular[k] < NEGLIGIBLE ? 0 : singular[k];
    }
    double mean = Sums.of(singular, 0, singular.length).mean();
    double squares = Sums.squaresAbout(mean, singular, 0, singular.length);
    values[at] = mean;
    values[at + 1] = squares / (singular.length - 1);
  }

  private double trace(double[] parameters) {
    double trace = 0;
    for (int i = 0; i < Math.min(block.rows(), block.columns()); i++) {
      trace += parameters[block.offset() + i * block.rows() + i];
    }
    return trace;
  }
}
