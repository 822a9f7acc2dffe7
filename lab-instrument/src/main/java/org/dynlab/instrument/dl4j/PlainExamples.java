package org.dynlab.instrument.dl4j;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.RealTargets;
import org.dynlab.core.task.Targets;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Examples in double precision: features [n, ...] and labels [n, outputs]. */
final class PlainExamples {
  private final INDArray features;
  private final INDArray labels;
  private final boolean classes;

  private PlainExamples(INDArray features, INDArray labels, boolean classes) {
    this.features = features;
    this.labels = labels;
    this.classes = classes;
  }

  /**
   * A copy of the examples.
   *
   * @param name what they are called in messages
   */
  static PlainExamples of(DataSet data, String name) {
    INDArray labels = data.getLabels();
    new Checks()
        .that(
            labels != null && labels.rank() == 2,
            name,
            "must have labels of one row per example",
            labels == null ? "none" : Arrays.toString(labels.shape()),
            "time series are not supported")
        .that(
            data.getFeaturesMaskArray() == null && data.getLabelsMaskArray() == null,
            name,
            "must have no masks",
            "a mask")
        .done();
    INDArray values = labels.castTo(DataType.DOUBLE);
    return new PlainExamples(data.getFeatures().castTo(DataType.DOUBLE), values, oneHot(values));
  }

  private static boolean oneHot(INDArray labels) {
    double ones = labels.eq(1).castTo(DataType.DOUBLE).sumNumber().doubleValue();
    double zeros = labels.eq(0).castTo(DataType.DOUBLE).sumNumber().doubleValue();
    return labels.columns() > 1
        && ones == labels.rows()
        && ones + zeros == labels.length()
        && labels.max(1).minNumber().doubleValue() == 1;
  }

  /** These and after them those. */
  PlainExamples followedBy(PlainExamples next) {
    return new PlainExamples(
        Nd4j.concat(0, features, next.features),
        Nd4j.concat(0, labels, next.labels),
        classes && next.classes);
  }

  PlainExamples select(int[] rows) {
    return new PlainExamples(some(features, rows), some(labels, rows), classes);
  }

  private static INDArray some(INDArray of, int[] rows) {
    INDArray chosen = Nd4j.pullRows(of.dup('c').reshape('c', new long[] {of.size(0), -1}), 1, rows);
    long[] shape = of.shape().clone();
    shape[0] = rows.length;
    return chosen.dup('c').reshape('c', shape);
  }

  /** As many as the set asks for, drawn from the stream of its source. */
  PlainExamples draw(ProbeSet probes, SeedTree seeds) {
    if (probes.size() >= rows()) {
      return this;
    }
    int[] order = seeds.child("probe").stream(probes.source().name()).permutation(rows());
    int[] chosen = Arrays.copyOf(order, probes.size());
    Arrays.sort(chosen);
    return select(chosen);
  }

  int rows() {
    return Math.toIntExact(labels.size(0));
  }

  /** Number of classes; 0 if labels are not one 1 per row among zeros. */
  int classes() {
    return classes ? labels.columns() : 0;
  }

  INDArray features() {
    return features;
  }

  INDArray labels() {
    return labels;
  }

  INDArray features(int row) {
    return features.get(NDArrayIndex.interval(row, row + 1)).dup('c');
  }

  INDArray labels(int row) {
    return labels.get(NDArrayIndex.interval(row, row + 1)).dup('c');
  }

  Targets targets() {
    if (!classes) {
      return new RealTargets(rowMajor(labels), labels.columns());
    }
    int[] found =
        IntStream.range(0, rows()).map(i -> labels.getRow(i).argMax().getInt(0)).toArray();
    return new ClassTargets(found, labels.columns());
  }

  /** The inputs as rows of numbers. */
  Optional<DenseFeatures> inputs() {
    INDArray rows = PlainLayers.rows(features);
    return Optional.of(new DenseFeatures(rowMajor(rows), rows.columns()));
  }

  private static double[] rowMajor(INDArray values) {
    return Nd4j.toFlattened('c', values).toDoubleVector();
  }
}
