package org.dynlab.core.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dynlab.core.instrument.Objective;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.network.Network;
import org.dynlab.core.network.StagedExamples;
import org.dynlab.core.task.Examples;

/** A loss over fixed examples by passes through the {@link Twin}, piece by piece. */
final class TwinObjective implements Objective {
  private static final int PIECE_ENTRIES = 1 << 21;
  private static final int LEAST_ROWS = 64;
  private final Twin twin;
  private final Examples examples;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<StagedExamples> singles = new ArrayList<>();
  private double[] part = {};

  /** Some of the examples, and which share of the mean they make. */
  private record Piece(StagedExamples staged, double share) {}

  TwinObjective(Twin twin, Examples examples) {
    this.twin = twin;
    this.examples = examples;
  }

  @Override
  public int rows() {
    return examples.rows();
  }

  @Override
  public double loss(double[] point) {
    Network network = twin.at(point);
    double loss = 0;
    for (Piece piece : pieces(network)) {
      StagedExamples some = piece.staged;
      loss += piece.share * Judge.fit(network.evaluate(some), some.targets()).loss();
    }
    return loss;
  }

  @Override
  public double gradient(double[] point, double[] into) {
    Network network = twin.at(point);
    part = part.length == into.length ? part : new double[into.length];
    Arrays.fill(into, 0);
    double loss = 0;
    for (Piece piece : pieces(network)) {
      StagedExamples some = piece.staged;
      loss += piece.share * Judge.fit(network.gradient(some, 0, part), some.targets()).loss();
      for (int i = 0; i < into.length; i++) {
        into[i] += piece.share * part[i];
      }
    }
    return loss;
  }

  private List<Piece> pieces(Network network) {
    if (pieces.isEmpty()) {
      int most = Math.max(LEAST_ROWS, PIECE_ENTRIES / Math.max(1, examples.features().width()));
      int step = examples.targets().rowByRow() ? most : examples.rows();
      for (int from = 0; from < examples.rows(); from += step) {
        int to = Math.min(examples.rows(), from + step);
        int[] rows = IntStream.range(from, to).toArray();
        Examples chosen = rows.length == examples.rows() ? examples : examples.select(rows);
        pieces.add(new Piece(network.stage(chosen), (double) (to - from) / examples.rows()));
      }
    }
    return pieces;
  }

  @Override
  public double[] sampleNorms(double[] point) {
    Network network = twin.at(point);
    stageSingles(network);
    List<ParameterBlock> blocks = network.layout().blocks();
    double[] norms = new double[singles.size() * blocks.size()];
    if (!examples.targets().rowByRow()) {
      Arrays.fill(norms, Double.NaN);
      return norms;
    }
    part = part.length == point.length ? part : new double[point.length];
    for (int i = 0; i < singles.size(); i++) {
      network.gradient(singles.get(i), 0, part);
      for (int b = 0; b < blocks.size(); b++) {
        norms[i * blocks.size() + b] = squares(part, blocks.get(b));
      }
    }
    return norms;
  }

  @Override
  public Objective part(int[] rows) {
    return new TwinObjective(twin, examples.select(rows));
  }

  private void stageSingles(Network network) {
    for (int i = singles.size(); i < examples.rows(); i++) {
      singles.add(network.stage(examples.select(new int[] {i})));
    }
  }

  private static double squares(double[] gradient, ParameterBlock block) {
    double sum = 0;
    for (int i = block.offset(); i < block.end(); i++) {
      sum += gradient[i] * gradient[i];
    }
    return sum;
  }
}
