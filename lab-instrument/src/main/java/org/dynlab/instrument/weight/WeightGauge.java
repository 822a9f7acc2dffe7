package org.dynlab.instrument.weight;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.instrument.flat.Population;
import org.dynlab.instrument.flat.Sums;
import org.dynlab.store.table.Column;

/** {@link WeightStatistics} at work. */
final class WeightGauge implements Gauge {
  private final List<MatrixStatistic> statistics;
  private final List<MatrixGauge> matrices;
  private final List<ParameterBlock> biasBlocks;
  private final Population weights;
  private final Population biases;
  private final List<Column> columns;

  WeightGauge(ParameterLayout layout, boolean singularValues) {
    statistics = MatrixStatistic.chosen(singularValues);
    matrices =
        layout.weights().stream().map(block -> new MatrixGauge(block, singularValues)).toList();
    biasBlocks = layout.biases();
    weights = new Population(layout.weights());
    biases = new Population(biasBlocks);
    columns = List.copyOf(describe());
  }

  private List<Column> describe() {
    List<Column> described = new ArrayList<>();
    statistics.forEach(statistic -> described.add(statistic.average()));
    described.addAll(Population.columns("weight", "weights", "w"));
    described.add(new Column("weight.all.norm", "1", "L2 norm of all parameters, biases included"));
    if (!biasBlocks.isEmpty()) {
      described.addAll(Population.columns("bias", "biases", "b"));
    }
    for (MatrixGauge matrix : matrices) {
      statistics.forEach(statistic -> described.add(statistic.of(matrix.block().layer())));
    }
    return described;
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public double[] measure(StepView view) {
    double[] parameters = view.parameters();
    double[] row = new double[columns.size()];
    int matrixColumns = statistics.size() * matrices.size();
    int first = row.length - matrixColumns;
    Sums weightSums = measureMatrices(parameters, row, first);
    Sums biasSums = Sums.NONE;
    for (ParameterBlock block : biasBlocks) {
      biasSums = biasSums.plus(Sums.of(parameters, block.offset(), block.end()));
    }
    average(row, first);
    int next = put(weights.measure(parameters, weightSums), row, statistics.size());
    row[next++] = weightSums.plus(biasSums).norm();
    if (!biasBlocks.isEmpty()) {
      put(biases.measure(parameters, biasSums), row, next);
    }
    return row;
  }

  private Sums measureMatrices(double[] parameters, double[] row, int first) {
    Sums all = Sums.NONE;
    int next = first;
    for (MatrixGauge matrix : matrices) {
      Sums sums = Sums.of(parameters, matrix.block().offset(), matrix.block().end());
      next = put(matrix.measure(parameters, sums), row, next);
      all = all.plus(sums);
    }
    return all;
  }

  private void average(double[] row, int first) {
    for (int s = 0; s < statistics.size(); s++) {
      boolean needsTwo = statistics.get(s) == MatrixStatistic.SINGULAR_VARIANCE;
      double sum = 0;
      int count = 0;
      for (int m = 0; m < matrices.size(); m++) {
        if (!needsTwo || matrices.get(m).hasSingularVariance()) {
          sum += row[first + m * statistics.size() + s];
          count++;
        }
      }
      row[s] = sum / count;
    }
  }

  private static int put(double[] values, double[] row, int at) {
    System.arraycopy(values, 0, row, at, values.length);
    return at + values.length;
  }
}
