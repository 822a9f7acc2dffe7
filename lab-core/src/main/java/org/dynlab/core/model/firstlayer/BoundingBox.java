package org.dynlab.core.model.firstlayer;

import java.util.List;
import java.util.stream.IntStream;
import org.dynlab.core.task.VectorFeatures;

/**
 * The smallest box Ω in R^d with sides along the axes that holds some points.
 *
 * @param low its lower corner
 * @param high its upper corner
 */
public record BoundingBox(List<Double> low, List<Double> high) {

  /** Copies the lists. */
  public BoundingBox {
    low = List.copyOf(low);
    high = List.copyOf(high);
  }

  /** The box around all inputs. */
  public static BoundingBox of(VectorFeatures inputs) {
    double[] low = new double[inputs.width()];
    double[] high = new double[inputs.width()];
    for (int j = 0; j < low.length; j++) {
      low[j] = Double.POSITIVE_INFINITY;
      high[j] = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < inputs.rows(); i++) {
        low[j] = Math.min(low[j], inputs.value(i, j));
        high[j] = Math.max(high[j], inputs.value(i, j));
      }
    }
    return new BoundingBox(
        IntStream.range(0, low.length).mapToObj(j -> low[j]).toList(),
        IntStream.range(0, low.length).mapToObj(j -> high[j]).toList());
  }

  /** d. */
  public int dimensions() {
    return low.size();
  }

  /** The length of the side along axis i. */
  public double extent(int i) {
    return high.get(i) - low.get(i);
  }

  /** Coordinate i of the centre. */
  public double centre(int i) {
    return 0.5 * (low.get(i) + high.get(i));
  }

  /** Distance from the centre to a corner. */
  public double halfDiagonal() {
    double sum = IntStream.range(0, dimensions()).mapToDouble(i -> extent(i) * extent(i)).sum();
    return 0.5 * Math.sqrt(sum);
  }

  /** |Ω|^(1/d), the side of a cube of the same volume; 0 for a flat box. */
  public double side() {
    double logs = IntStream.range(0, dimensions()).mapToDouble(i -> Math.log(extent(i))).sum();
    return Math.exp(logs / dimensions());
  }
}
