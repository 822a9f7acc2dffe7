package org.dynlab.core.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dynlab.core.engine.LossSum;
import org.dynlab.core.instrument.Fit;
import org.dynlab.core.model.Network;
import org.dynlab.core.model.StagedExamples;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Targets;

/**
 * Measures the fit of a network on a set of examples, piece by piece, so that the memory it takes
 * does not grow with the set: of images only one piece at a time leaves its bytes.
 */
final class Judge {
  private static final int PIECE_ROWS = 8192;
  private static final long KEPT_ENTRIES = 1L << 23;
  private final Network network;
  private final Examples examples;
  private final boolean keep;
  private final List<StagedExamples> kept = new ArrayList<>();

  Judge(Network network, Examples examples) {
    this.network = network;
    this.examples = examples;
    this.keep = (long) examples.rows() * examples.features().width() <= KEPT_ENTRIES;
  }

  /** The fit at the network's present parameters. */
  Fit fit() {
    double loss = 0;
    long correct = 0;
    StagedExamples piece = null;
    for (int k = 0; k * PIECE_ROWS < examples.rows(); k++) {
      piece = piece(k, piece);
      LossSum sum = network.evaluate(piece);
      loss += sum.loss();
      correct += sum.correct();
    }
    if (piece != null && !keep) {
      network.release(piece);
    }
    return fit(new Sum(loss, correct), examples.targets());
  }

  private StagedExamples piece(int k, StagedExamples before) {
    if (keep && k < kept.size()) {
      return kept.get(k);
    }
    int end = Math.min(examples.rows(), (k + 1) * PIECE_ROWS);
    boolean whole = end == examples.rows() && k == 0;
    int[] rows = IntStream.range(k * PIECE_ROWS, end).toArray();
    Examples chosen = whole ? examples : examples.select(rows);
    if (!keep && before != null) {
      return network.restage(before, chosen);
    }
    StagedExamples staged = network.stage(chosen);
    if (keep) {
      kept.add(staged);
    }
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
