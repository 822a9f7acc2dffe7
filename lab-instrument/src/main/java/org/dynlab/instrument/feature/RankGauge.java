package org.dynlab.instrument.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dynlab.core.algebra.DenseMatrix;
import org.dynlab.core.algebra.SymmetricMatrix;
import org.dynlab.core.algebra.Tridiagonal;
import org.dynlab.core.instrument.Activations;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Place;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.task.Measure;
import org.dynlab.instrument.feature.EpsilonRank.Weighting;
import org.dynlab.instrument.flat.NumberName;
import org.dynlab.store.table.Column;

/** {@link EpsilonRank} at work. */
final class RankGauge implements Gauge {
  /** One tridiagonal form was measured at the price of three to four factorisations (n = 500). */
  private static final int FACTORISATIONS_WORTH = 3;

  private final EpsilonRank rank;
  private final List<Integer> widths;
  private final List<Column> columns;
  private final int thresholds;
  private final int[] shown;
  private final Layer[] layers;

  RankGauge(EpsilonRank rank, Subject subject) {
    this.rank = rank;
    this.widths = subject.hidden().stream().map(Place::width).toList();
    this.columns = List.copyOf(describe(rank, subject));
    this.thresholds = rank.epsilon().size() + rank.relative().size();
    this.shown = widths.stream().mapToInt(width -> shown(rank, subject, width)).toArray();
    this.layers = new Layer[widths.size()];
  }

  private static List<Column> describe(EpsilonRank rank, Subject subject) {
    String setting = rank.setting(subject.rows(rank.probeSet()));
    List<Column> described = new ArrayList<>();
    for (Place place : subject.hidden()) {
      String layer = place.name();
      String start = "number of eigenvalues of the Gram matrix of the outputs of " + layer;
      for (double epsilon : rank.epsilon()) {
        String name = "epsilon_rank." + layer + ".abs_" + NumberName.of(epsilon) + rank.suffix();
        described.add(new Column(name, "1", start + " above " + epsilon + "; " + setting));
      }
      for (double epsilon : rank.relative()) {
        String name = "epsilon_rank." + layer + ".rel_" + NumberName.of(epsilon) + rank.suffix();
        String above = " above " + epsilon + " times the largest; ";
        described.add(new Column(name, "1", start + above + setting));
      }
      for (int k = 1; k <= shown(rank, subject, place.width()); k++) {
        String name = "epsilon_rank." + layer + ".lambda_" + k + rank.suffix();
        String meaning = "eigenvalue number " + k + " of the Gram matrix of the outputs of ";
        described.add(new Column(name, "1", meaning + layer + "; " + setting));
      }
    }
    return described;
  }

  /** How many eigenvalues of a layer have columns. */
  private static int shown(EpsilonRank rank, Subject subject, int width) {
    return Math.min(rank.spectrum(), Math.min(width, subject.rows(rank.probeSet())));
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public double[] measure(StepView view) {
    Activations activations = view.activations(rank.probeSet());
    double[] row = new double[columns.size()];
    int next = 0;
    for (int layer = 0; layer < layers.length; layer++) {
      int end = next + thresholds + shown[layer];
      count(activations, layer, row, next, end);
      next = end;
    }
    return row;
  }

  private void count(Activations activations, int layer, double[] row, int first, int end) {
    if (activations.rows() == 0) {
      Arrays.fill(row, first, end, Double.NaN);
      return;
    }
    SymmetricMatrix gram = gram(activations, layer);
    if (!Double.isFinite(gram.trace())) {
      Arrays.fill(row, first, end, Double.NaN);
    } else if (shown[layer] > 0) {
      copyLargest(gram, layer, row, first + thresholds);
      countAll(gram.tridiagonal(), row, first);
    } else if (rank.relative().isEmpty() && rank.epsilon().size() <= FACTORISATIONS_WORTH) {
      int next = first;
      for (double epsilon : rank.epsilon()) {
        row[next++] = gram.countAbove(epsilon);
      }
    } else {
      countAll(gram.tridiagonal(), row, first);
    }
  }

  private void copyLargest(SymmetricMatrix gram, int layer, double[] row, int at) {
    double[] ascending = gram.eigenvalues();
    for (int k = 0; k < shown[layer]; k++) {
      row[at + k] = ascending[ascending.length - 1 - k];
    }
  }

  private void countAll(Tridiagonal tridiagonal, double[] row, int first) {
    int next = first;
    for (double epsilon : rank.epsilon()) {
      row[next++] = tridiagonal.countAbove(epsilon);
    }
    if (!rank.relative().isEmpty()) {
      double largest = tridiagonal.largest();
      for (double epsilon : rank.relative()) {
        row[next++] = tridiagonal.countAbove(epsilon * largest);
      }
    }
  }

  private SymmetricMatrix gram(Activations activations, int layer) {
    int rows = activations.rows();
    if (layers[layer] == null || layers[layer].phi.rows() != rows) {
      layers[layer] = new Layer(rows, widths.get(layer));
    }
    DenseMatrix phi = layers[layer].phi;
    activations.copyTo(layer, phi.entries());
    if (rank.weighting() == Weighting.INTEGRAL) {
      layers[layer].weigh(activations.measure().orElseThrow());
    }
    SymmetricMatrix gram = layers[layer].gram;
    gram.setGram(phi, rank.weighting().scale(rows));
    return gram;
  }

  private static final class Layer {
    final DenseMatrix phi;
    final SymmetricMatrix gram;

    Layer(int rows, int width) {
      phi = new DenseMatrix(rows, width);
      gram = new SymmetricMatrix(Math.min(rows, width));
    }

    /** Row k of Φ ← √w_k · row k, so that ΦᵀΦ becomes ΦᵀWΦ. */
    void weigh(Measure measure) {
      int rows = phi.rows();
      double[] roots = new double[rows];
      Arrays.setAll(roots, k -> Math.sqrt(measure.weight(k)));
      double[] column = new double[rows];
      for (int j = 0; j < phi.columns(); j++) {
        phi.entries().get(j * rows, column);
        for (int k = 0; k < rows; k++) {
          column[k] *= roots[k];
        }
        phi.entries().put(j * rows, column);
      }
    }
  }
}
