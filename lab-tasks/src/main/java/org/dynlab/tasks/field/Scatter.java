package org.dynlab.tasks.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.dynlab.core.random.Stream;

/**
 * How points are spread over a box, with the weights that integrate over it.
 *
 * <p>Grids take at most as many points as asked for, per dimension in the ratio of the sides: m =
 * floor(√(n · a/b)) along the first side a of a × b and floor(n/m) along the other.
 */
public enum Scatter {
  /** A grid that includes the edge; trapezoid weights. */
  UNIFORM {
    @Override
    PointSet fill(Box box, int count, Stream stream) {
      return grid(box, count, Quadrature::trapezoid);
    }
  },
  /** The middles of equal cells; the weight is the cell's size. */
  MIDPOINTS {
    @Override
    PointSet fill(Box box, int count, Stream stream) {
      return grid(box, count, Quadrature::midpoints);
    }
  },
  /** A grid of Gauss–Legendre nodes with their weights. */
  GAUSS_LEGENDRE {
    @Override
    PointSet fill(Box box, int count, Stream stream) {
      return grid(box, count, Quadrature::gaussLegendre);
    }
  },
  /** Independent and uniform; Monte Carlo weights volume / n. */
  RANDOM {
    @Override
    PointSet fill(Box box, int count, Stream stream) {
      double[] shares = new double[count * box.dimensions()];
      Arrays.setAll(shares, i -> stream.uniform());
      return scaled(box, shares, count);
    }
  },
  /**
   * One uniform point in each of n equal slices of every side, slices matched at random (McKay,
   * Beckman and Conover 1979, doi:10.1080/00401706.1979.10489755); weights volume / n.
   */
  LATIN_HYPERCUBE {
    @Override
    PointSet fill(Box box, int count, Stream stream) {
      int dimensions = box.dimensions();
      double[] shares = new double[count * dimensions];
      for (int axis = 0; axis < dimensions; axis++) {
        int[] slices = stream.permutation(count);
        for (int row = 0; row < count; row++) {
          shares[row * dimensions + axis] = (slices[row] + stream.uniform()) / count;
        }
      }
      return scaled(box, shares, count);
    }
  };

  /** Most nodes along one side that Gauss–Legendre rules are made for. */
  static final int MOST_GAUSS_NODES = 1000;

  /** About so many points in that box; exactly so many if they are random. */
  abstract PointSet fill(Box box, int count, Stream stream);

  private static PointSet grid(Box box, int count, BiFunction<Integer, Interval, Quadrature> rule) {
    List<Quadrature> axes = new ArrayList<>();
    int left = count;
    for (int axis = 0; axis < box.dimensions(); axis++) {
      int nodes = axis == box.dimensions() - 1 ? left : nodesAlongFirst(box, count);
      axes.add(rule.apply(nodes, box.sides().get(axis)));
      left /= nodes;
    }
    return PointSet.grid(axes);
  }

  private static int nodesAlongFirst(Box box, int count) {
    double ratio = box.sides().get(0).length() / box.sides().get(1).length();
    return Math.min(count, Math.max(1, (int) (Math.sqrt(count * ratio) + 1e-9)));
  }

  private static PointSet scaled(Box box, double[] shares, int count) {
    double[] coordinates = new double[shares.length];
    for (int i = 0; i < shares.length; i++) {
      Interval side = box.sides().get(i % box.dimensions());
      coordinates[i] = side.low() + side.length() * shares[i];
    }
    double[] weights = new double[count];
    Arrays.fill(weights, box.volume() / count);
    return new PointSet(coordinates, weights);
  }
}
