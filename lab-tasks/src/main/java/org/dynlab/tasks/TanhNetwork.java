package org.dynlab.tasks;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;

/** The teacher of {@link TeacherStudent}: random tanh layers and a linear last one, in double. */
final class TanhNetwork {
  private final List<Layer> layers = new ArrayList<>();

  /** Row o of {@code rows}: the weights of output o, then its bias. */
  private record Layer(List<double[]> rows, boolean last) {

    static Layer draw(int in, int out, boolean last, Stream stream) {
      double bound = 1 / Math.sqrt(in);
      List<double[]> rows = new ArrayList<>();
      for (int o = 0; o < out; o++) {
        double[] row = new double[in + 1];
        for (int i = 0; i <= in; i++) {
          row[i] = stream.uniform(-bound, bound);
        }
        rows.add(row);
      }
      return new Layer(rows, last);
    }

    double[] answer(double[] x) {
      return rows.stream().mapToDouble(row -> answer(row, x)).toArray();
    }

    private double answer(double[] row, double[] x) {
      double sum = row[x.length];
      for (int i = 0; i < x.length; i++) {
        sum += row[i] * x[i];
      }
      return last ? sum : StrictMath.tanh(sum);
    }
  }

  TanhNetwork(int inputs, List<Integer> hidden, int outputs, SeedTree seeds) {
    int in = inputs;
    for (int k = 0; k <= hidden.size(); k++) {
      boolean last = k == hidden.size();
      int out = last ? outputs : hidden.get(k);
      layers.add(Layer.draw(in, out, last, seeds.stream("teacher.layer" + (k + 1))));
      in = out;
    }
  }

  /** The outputs for one input. */
  double[] answer(double[] x) {
    double[] answer = x;
    for (Layer layer : layers) {
      answer = layer.answer(answer);
    }
    return answer;
  }
}
