package org.dynlab.tasks.field;

import java.util.Arrays;
import java.util.List;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Measure;

/** Points of a box, [n, d] row after row, with integration weights. */
final class PointSet {
  private final double[] coordinates;
  private final double[] weights;
  private final int dimensions;

  /** Takes the arrays as they are; they must not be written any more. */
  PointSet(double[] coordinates, double[] weights) {
    this.coordinates = coordinates;
    this.weights = weights;
    this.dimensions = weights.length == 0 ? 0 : coordinates.length / weights.length;
  }

  /** The product of one rule per dimension; the last coordinate runs fastest. */
  static PointSet grid(Quadrature... axes) {
    return grid(List.of(axes));
  }

  /** The product of one rule per dimension; the last coordinate runs fastest. */
  static PointSet grid(List<Quadrature> axes) {
    int rows = axes.stream().mapToInt(Quadrature::size).reduce(1, Math::multiplyExact);
    double[] coordinates = new double[rows * axes.size()];
    double[] weights = new double[rows];
    for (int row = 0; row < rows; row++) {
      weights[row] = 1;
      int rest = row;
      for (int axis = axes.size() - 1; axis >= 0; axis--) {
        Quadrature rule = axes.get(axis);
        int k = rest % rule.size();
        coordinates[row * axes.size() + axis] = rule.node(k);
        weights[row] *= rule.weight(k);
        rest /= rule.size();
      }
    }
    return new PointSet(coordinates, weights);
  }

  int rows() {
    return weights.length;
  }

  /** A copy of that point. */
  double[] point(int row) {
    return Arrays.copyOfRange(coordinates, row * dimensions, (row + 1) * dimensions);
  }

  /** These points with one more coordinate, {@code value}, put in at {@code axis}; weights 0. */
  PointSet onFace(int axis, double value) {
    int wider = dimensions + 1;
    double[] lifted = new double[rows() * wider];
    for (int row = 0; row < rows(); row++) {
      for (int i = 0; i < wider; i++) {
        int from = row * dimensions + (i < axis ? i : i - 1);
        lifted[row * wider + i] = i == axis ? value : coordinates[from];
      }
    }
    return new PointSet(lifted, new double[rows()]);
  }

  /** These points and after them those of {@code next}. */
  PointSet followedBy(PointSet next) {
    double[] all = Arrays.copyOf(coordinates, coordinates.length + next.coordinates.length);
    System.arraycopy(next.coordinates, 0, all, coordinates.length, next.coordinates.length);
    double[] both = Arrays.copyOf(weights, rows() + next.rows());
    System.arraycopy(next.weights, 0, both, rows(), next.rows());
    return new PointSet(all, both);
  }

  DenseFeatures features() {
    return new DenseFeatures(coordinates, dimensions);
  }

  Measure measure() {
    return new Measure(weights);
  }
}
