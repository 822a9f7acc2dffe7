package org.dynlab.core.model;

import java.util.Arrays;
import org.dynlab.core.layer.transformer.NormPlacement;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterLayout;

/**
 * A transformer without dropout in plain double loops: every token of one sequence through every
 * block, nothing shared and nothing left out.
 */
final class SlowTransformer {
  private final Transformer model;
  private final ParameterLayout layout;
  private final double[] parameters;

  SlowTransformer(Transformer model, ParameterLayout layout, double[] parameters) {
    this.model = model;
    this.layout = layout;
    this.parameters = parameters;
  }

  double[] logits(int[] symbols) {
    return linear(readOutInput(symbols), "output");
  }

  /** What the read-out sees. */
  double[] readOutInput(int[] symbols) {
    double[][] x = new double[symbols.length][];
    for (int t = 0; t < symbols.length; t++) {
      x[t] = new double[model.width()];
      for (int j = 0; j < model.width(); j++) {
        x[t][j] =
            model.embeddingScale() * entry("embedding.W", symbols[t], j)
                + entry("position.W", t, j);
      }
    }
    for (int k = 1; k <= model.blocks(); k++) {
      x = block(x, "block" + k);
    }
    double[] last = x[x.length - 1];
    return model.norm() == NormPlacement.PRE ? normalised(last, "norm") : last;
  }

  private double[][] block(double[][] x, String name) {
    boolean pre = model.norm() == NormPlacement.PRE;
    boolean post = model.norm() == NormPlacement.POST;
    double[][] read = new double[x.length][];
    Arrays.setAll(read, t -> pre ? normalised(x[t], name + ".norm1") : x[t]);
    double[][] out = new double[x.length][];
    for (int t = 0; t < x.length; t++) {
      double[] middle = sum(x[t], attention(read, t, name));
      middle = post ? normalised(middle, name + ".norm1") : middle;
      double[] fed = pre ? normalised(middle, name + ".norm2") : middle;
      double[] hidden = linear(fed, name + ".mlp.in");
      hidden = Arrays.stream(hidden).map(model.activation()::value).toArray();
      out[t] = sum(middle, linear(hidden, name + ".mlp.out"));
      out[t] = post ? normalised(out[t], name + ".norm2") : out[t];
    }
    return out;
  }

  private double[] attention(double[][] x, int at, String name) {
    int piece = model.width() / model.heads();
    double[] query = linear(x[at], name + ".attention.query");
    double[] mixed = new double[model.width()];
    int seen = model.causal() ? at + 1 : x.length;
    for (int head = 0; head < model.heads(); head++) {
      double[] weights = new double[seen];
      for (int t = 0; t < seen; t++) {
        double[] key = linear(x[t], name + ".attention.key");
        double score = 0;
        for (int j = head * piece; j < (head + 1) * piece; j++) {
          score += query[j] * key[j];
        }
        weights[t] = Math.exp(score / Math.sqrt(piece));
      }
      addHead(mixed, x, weights, head * piece, name);
    }
    return linear(mixed, name + ".attention.out");
  }

  private void addHead(double[] mixed, double[][] x, double[] weights, int first, String name) {
    double total = Arrays.stream(weights).sum();
    for (int t = 0; t < weights.length; t++) {
      double[] value = linear(x[t], name + ".attention.value");
      for (int j = first; j < first + model.width() / model.heads(); j++) {
        mixed[j] += weights[t] / total * value[j];
      }
    }
  }

  private double[] normalised(double[] x, String name) {
    double mean = Arrays.stream(x).average().orElseThrow();
    double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    double[] y = new double[x.length];
    for (int j = 0; j < y.length; j++) {
      double normal = (x[j] - mean) / Math.sqrt(variance + 1e-5);
      y[j] = entry(name + ".g", 0, j) * normal + entry(name + ".b", 0, j);
    }
    return y;
  }

  private double[] linear(double[] x, String name) {
    double[] y = new double[find(name + ".W").columns()];
    for (int j = 0; j < y.length; j++) {
      y[j] = find(name + ".b") == null ? 0 : entry(name + ".b", 0, j);
      for (int i = 0; i < x.length; i++) {
        y[j] += x[i] * entry(name + ".W", i, j);
      }
    }
    return y;
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = new double[a.length];
    Arrays.setAll(sum, j -> a[j] + b[j]);
    return sum;
  }

  private double entry(String name, int row, int column) {
    ParameterBlock block = find(name);
    return parameters[block.offset() + column * block.rows() + row];
  }

  private ParameterBlock find(String name) {
    return layout.blocks().stream().filter(b -> b.name().equals(name)).findFirst().orElse(null);
  }
}
