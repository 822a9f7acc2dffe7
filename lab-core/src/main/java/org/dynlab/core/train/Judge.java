package org.dynlab.core.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dynlab.core.instrument.Fit;
import org.dynlab.core.loss.LossSum;
import org.dynlab.core.network.Network;
import org.dynlab.core.network.StagedExamples;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Targets;

/**
 * Measures the fit of a network on a set of examples, piece by piece, so that the memory it takes
 * does not grow with the set: of images only one piece at a time leaves its bytes.
 */
final class Judge {
  private static final int MOST_ROWS = 8192;
  private static final int LEAST_ROWS = 256;
  private static final int PIECE_ENTRIES = 1 << 21;
  private static final long KEPT_ENTRIES = 1L << 23;
  private final Network network;
  private final Examples examples;
  private final int pieceRows;
  private final boolean keep;
  private final List<StagedExamples> kept = new ArrayList<>();

  /** By number of rows: pieces of one size take turns in the same arrays. */
  private final Map<Integer, StagedExamples> passing = new HashMap<>();

  Judge(Network network, Examples examples) {
    this.network = network;
    this.examples = examples;
    int fitting = PIECE_ENTRIES / Math.max(1, examples.features().width());
    this.pieceRows =
        examples.targets().rowByRow()
            ? Math.max(LEAST_ROWS, Math.min(MOST_ROWS, fitting & -LEAST_ROWS))
            : examples.rows();
    this.keep = (long) examples.rows() * examples.features().width() <= KEPT_ENTRIES;
  }

  /** The fit at the network's present parameters. */
  Fit fit() {
    double loss = 0;
    long correct = 0;
    for (int k = 0; k * pieceRows < examples.rows(); k++) {
      LossSum sum = network.evaluate(piece(k));
      loss += sum.loss();
      correct += sum.correct();
    }
    return fit(new Sum(loss, correct), examples.targets());
  }

  private StagedExamples piece(int k) {
    if (k < kept.size()) {
      return kept.get(k);
    }
    int end = Math.min(examples.rows(), (k + 1) * pieceRows);
    int[] rows = IntStream.range(k * pieceRows, end).toArray();
    Examples chosen = rows.length == examples.rows() ? examples : examples.select(rows);
    if (keep) {
      kept.add(network.stage(chosen));
      return kept.get(k);
    }
    StagedExamples old = passing.get(rows.length);
    StagedExamples staged = old == null ? network.stage(chosen) : network.restage(old, chosen);
    passing.put(rows.length, staged);
    return staged;
  }

  /** What a pass over examples with such targets says of the fit. */
  static Fit fit(LossSum sum, Targets targets) {
    return fit(new Sum(sum.loss(), sum.correct()), targets);
  }

  private record Sum(double loss, long correct) {}

  private static Fit fit(Sum sum, Targets targets) {
    double loss = sum.loss() / targets.rows();
    double accuracy = targets.judged() ? (double) sum.correct() / targets.rows() : Double.NaN;
    return new Fit(loss, accuracy, Math.sqrt(loss / targets.meanSquare()));
  }
}
