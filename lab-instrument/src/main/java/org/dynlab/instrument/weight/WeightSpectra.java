package org.dynlab.instrument.weight;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.algebra.SingularValues;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.instrument.flat.Spectrum;
import org.dynlab.store.table.Column;

/**
 * The singular values σ₁ ≥ σ₂ ≥ ... of every weight matrix, and what they say of its size:
 *
 * <pre>
 * largest         σ₁, the spectral norm
 * stable_rank     Σσ² / σ₁²                                  in [1, rank]
 * effective_rank  exp(-Σ p ln p), p = σ / Σσ                 in [1, rank]
 * </pre>
 *
 * <p>The effective rank is that of Roy and Vetterli (2007, EUSIPCO, definition 1), over the
 * singular values themselves; over their squares, as it is also in use, it would be smaller. Under
 * {@code spectrum.all} stand the means over the matrices.
 *
 * <p>Edges: a zero matrix has ranks of NaN; an entry that is not finite makes its matrix NaN. Cost:
 * O(in · out · min(in, out)) per matrix (LAPACK dgesdd).
 *
 * @param values how many singular values of each matrix are columns of their own
 */
@Meaning("spectral norm, stable and effective rank of every weight matrix, singular values")
public record WeightSpectra(
    @Meaning("columns for that many of the largest singular values of each matrix, 0 to 10000")
        @Default("0")
        int values)
    implements Instrument {

  /** Checks the range. */
  public WeightSpectra {
    new Checks().range("values", values, 0, 10_000).done();
  }

  @Override
  public Gauge begin(Subject subject) {
    return new SpectrumGauge(subject.layout().weights(), values);
  }

  private static final class SpectrumGauge implements Gauge {
    private static final int STATISTICS = 3;
    private final List<ParameterBlock> matrices;
    private final List<SingularValues> decompositions;
    private final int most;
    private final List<Column> columns = new ArrayList<>();

    SpectrumGauge(List<ParameterBlock> matrices, int most) {
      this.matrices = matrices;
      this.most = most;
      this.decompositions =
          matrices.stream().map(m -> new SingularValues(m.rows(), m.columns())).toList();
      describe("all", "mean over the weight matrices of the ");
      for (ParameterBlock matrix : matrices) {
        String of = "weight matrix of " + matrix.layer() + ": ";
        describe(matrix.layer(), of);
        for (int k = 1; k <= shown(matrix); k++) {
          columns.add(column(matrix.layer(), "sigma_" + k, of + "singular value number " + k));
        }
      }
    }

    private void describe(String where, String of) {
      columns.add(column(where, "largest", of + "largest singular value"));
      columns.add(
          column(where, "stable_rank", of + "squared Frobenius over squared spectral norm"));
      columns.add(
          column(where, "effective_rank", of + "exponential of the entropy of sigma / sum sigma"));
    }

    private static Column column(String where, String statistic, String meaning) {
      return new Column("spectrum." + where + "." + statistic, "1", meaning);
    }

    private int shown(ParameterBlock matrix) {
      return Math.min(most, Math.min(matrix.rows(), matrix.columns()));
    }

    @Override
    public List<Column> columns() {
      return List.copyOf(columns);
    }

    @Override
    public double[] measure(StepView view) {
      double[] row = new double[columns.size()];
      int next = STATISTICS;
      for (int m = 0; m < matrices.size(); m++) {
        double[] sigma = decompositions.get(m).of(view.parameters(), matrices.get(m).offset());
        Spectrum spectrum = new Spectrum(sigma);
        double[] statistics = {sigma[0], spectrum.stableRank(), spectrum.effectiveRank()};
        for (int s = 0; s < STATISTICS; s++) {
          row[s] += statistics[s] / matrices.size();
        }
        System.arraycopy(statistics, 0, row, next, STATISTICS);
        next += STATISTICS;
        int shown = shown(matrices.get(m));
        System.arraycopy(sigma, 0, row, next, shown);
        next += shown;
      }
      return row;
    }
  }
}
