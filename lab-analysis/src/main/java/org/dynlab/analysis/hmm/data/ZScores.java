package org.dynlab.analysis.hmm.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns of each run on one scale: z = (x − mean)/std over the rows of that run, with the
 * population's std (divided by T), as in arXiv 2308.09543. The whole run is used, so a z-score
 * looks into the future of its row.
 *
 * <p>A column that is constant in a run has no scale: its z-scores are 0 there, and it is listed.
 *
 * @param scaled the z-scores
 * @param constants the columns without a scale, run by run
 */
public record ZScores(Sequences scaled, List<Constant> constants) {

  /** Copies the list. */
  public ZScores {
    constants = List.copyOf(constants);
  }

  /** A column that has the same value in all rows of a run. */
  public record Constant(String run, String column, double value) {}

  /** The z-scores of these sequences. */
  public static ZScores of(Sequences raw) {
    double[] cells = raw.stacked();
    List<Constant> constants = new ArrayList<>();
    int begin = 0;
    for (int run = 0; run < raw.count(); run++) {
      for (int column = 0; column < raw.width(); column++) {
        double value = raw.value(run, 0, column);
        if (!scale(cells, begin + column, raw.width(), raw.length(run))) {
          constants.add(new Constant(raw.runs().get(run), raw.columns().get(column), value));
        }
      }
      begin += raw.length(run) * raw.width();
    }
    return new ZScores(raw.withCells(cells), constants);
  }

  /** In place; false if the column is constant. */
  private static boolean scale(double[] cells, int begin, int stride, int length) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int t = 0; t < length; t++) {
      least = Math.min(least, cells[begin + t * stride]);
      most = Math.max(most, cells[begin + t * stride]);
    }
    // Halves, so that neither the range nor a sum of squares overflows.
    double middle = 0.5 * least + 0.5 * most;
    double unit = 0.5 * most - 0.5 * least;
    double mean = 0;
    for (int t = 0; t < length; t++) {
      mean += (cells[begin + t * stride] - middle) / unit / length;
    }
    double squares = 0;
    for (int t = 0; t < length; t++) {
      double deviation = (cells[begin + t * stride] - middle) / unit - mean;
      squares += deviation * deviation;
    }
    double std = Math.sqrt(squares / length);
    for (int t = 0; t < length; t++) {
      double deviation = (cells[begin + t * stride] - middle) / unit - mean;
      cells[begin + t * stride] = unit > 0 ? deviation / std : 0;
    }
    return unit > 0;
  }
}
