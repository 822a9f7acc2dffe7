package org.dynlab.instrument.flat;

import java.util.List;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.store.table.Column;

/** Mean, lower median and variance (n − 1) of all entries of some blocks, taken as one vector. */
public final class Population {
  private final List<ParameterBlock> blocks;
  private final LowerMedian median;

  public Population(List<ParameterBlock> blocks) {
    this.blocks = blocks;
    this.median = new LowerMedian(blocks);
  }

  /** The three columns {@code <subject>.all.mean}, {@code .median} and {@code .variance}. */
  public static List<Column> columns(String subject, String whose, String letter) {
    String prefix = subject + ".all.";
    return List.of(
        new Column(prefix + "mean", "1", "mean of all " + whose + "; symbol mu(" + letter + ")"),
        new Column(
            prefix + "median",
            "1",
            "median of all "
                + whose
                + ", the lower of the two middle ones; symbol median("
                + letter
                + ")"),
        new Column(
            prefix + "variance",
            "1",
            "variance (n-1) of all " + whose + "; symbol sigma(" + letter + ")"));
  }

  /** The values of the three columns; NaN if an entry is not finite. */
  public double[] measure(double[] parameters, Sums sums) {
    if (!sums.isFinite()) {
      return new double[] {Double.NaN, Double.NaN, Double.NaN};
    }
    double squares = 0;
    for (ParameterBlock block : blocks) {
      squares += Sums.squaresAbout(sums.mean(), parameters, block.offset(), block.end());
    }
    return new double[] {sums.mean(), median.of(parameters), squares / (sums.count() - 1)};
  }
}
