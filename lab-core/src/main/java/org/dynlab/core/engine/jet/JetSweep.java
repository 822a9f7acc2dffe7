package org.dynlab.core.engine.jet;

import java.util.Arrays;
import java.util.List;
import org.dynlab.core.activation.Activation;

/**
 * The element-wise passes over a tile of {@link JetPass}: some whole columns of it at a time, every
 * channel in an array of its own. On the way back, with g_c the adjoints of u's channels, v' and v
 * the adjoints of a layer's output and pre-activation for all {@link Channels#ends} per unit of
 * g_c, y = Σ g_c p_c over those, and q = Σ g_ii p_i² over second derivatives (g_Δ in place of every
 * g_ii for a Laplacian):
 *
 * <pre>
 *   P   = s1 Z + s2 Σ p_i Z_i + (s2 y + s3 q) v'
 *   P_i = s1 Z_i + 2 s2 g_ii p_i v'
 *   v   = s1 v'
 * </pre>
 */
final class JetSweep {
  private static final int ENTRIES = 384;
  private final Channels channels;
  private final List<Integer> carried;
  private final List<Integer> ends;
  private final int points;
  private final int run;
  private final JetForward forward;
  private final double[][] g;
  private final double[][] p;
  private final double[][] e;
  private final double[] s1;
  private final double[] s2;
  private final double[] s3;
  private final double[] y;
  private final double[] q;

  /**
   * @param points rows of the tile
   */
  JetSweep(Channels channels, int points) {
    this.channels = channels;
    this.points = points;
    carried = channels.carried();
    ends = channels.ends();
    run = points * Math.max(1, ENTRIES / points);
    forward = new JetForward(channels, run);
    g = new double[channels.count()][run];
    p = forward.p();
    e = new double[carried.size() + 1][run];
    s1 = new double[run];
    s2 = new double[run];
    s3 = new double[run];
    y = new double[run];
    q = new double[run];
  }

  /** h ← f(z + bias), all channels. */
  void forward(JetTile.Layer layer, Activation f, boolean skip, double[] bias) {
    for (int at = 0; at < layer.kept().size(); at += run) {
      int count = Math.min(run, layer.kept().size() - at);
      load(layer.z(), p, at, count);
      for (int from = 0; from < count; from += points) {
        VectorLoops.shift(bias[(at + from) / points], p[0], from, from + points);
      }
      forward.run(f.curve(), count);
      if (layer.kept() != layer.h().get(0)) {
        layer.kept().store(forward.kept(f.curve()), at, count);
      }
      for (int c = 0; c < p.length; c++) {
        if (skip) {
          layer.x().get(c).load(at, y, count);
          VectorLoops.add(y, forward.h()[c], count);
        }
        layer.h().get(c).store(forward.h()[c], at, count);
      }
    }
  }

  /** Takes in the adjoints of u, stacked, and gives out what goes back from there. */
  void begin(double[] adjoints, List<Block> seeds) {
    for (int c = 0; c < g.length; c++) {
      for (int from = 0; from < run; from += points) {
        System.arraycopy(adjoints, c * points, g[c], from, points);
      }
    }
    for (int k = 0; k < carried.size(); k++) {
      seeds.get(k).store(g[carried.get(k)], 0, points);
    }
    if (!ends.isEmpty()) {
      Arrays.fill(y, 1);
      seeds.get(carried.size()).store(y, 0, points);
    }
  }

  /** The last factor ← Σ g_c x_c over the channels that are not carried. */
  void combine(JetTile.Layer layer) {
    if (ends.isEmpty()) {
      return;
    }
    Block into = layer.factors().get(carried.size());
    for (int at = 0; at < into.size(); at += run) {
      int count = Math.min(run, into.size() - at);
      for (int c : ends) {
        layer.x().get(c).load(at, p[c], count);
      }
      gather(count);
      into.store(y, at, count);
    }
  }

  /**
   * adjoints ← those of the pre-activations, from the errors of the outputs.
   *
   * @param biases each grows by the column sum of the adjoints of the values
   */
  void reverse(JetTile.Layer layer, Activation f, double[] biases) {
    for (int at = 0; at < layer.kept().size(); at += run) {
      int count = Math.min(run, layer.kept().size() - at);
      layer.kept().load(at, p[0], count);
      for (int c = 1; c < p.length; c++) {
        layer.z().get(c).load(at, p[c], count);
      }
      load(layer.errors(), e, at, count);
      f.curve().slopes(p[0], s1, s2, s3, count);
      reverse(count);
      for (int k = 0; k < layer.adjoints().size(); k++) {
        layer.adjoints().get(k).store(e[k], at, count);
      }
      for (int from = 0; from < count; from += points) {
        biases[(at + from) / points] += VectorLoops.sum(e[0], from, from + points);
      }
    }
  }

  private void reverse(int count) {
    if (ends.isEmpty()) {
      VectorLoops.times(s1, e[0], count);
      return;
    }
    double[] v = e[carried.size()];
    gather(count);
    squares(count);
    values(e[0], v, count);
    for (int k = 1; k < carried.size(); k++) {
      int c = carried.get(k);
      slopes(p[c], g[channels.endOf(c - 1)], v, e[k], count);
    }
    VectorLoops.times(s1, v, count);
  }

  /** y. */
  private void gather(int count) {
    VectorLoops.product(g[ends.get(0)], p[ends.get(0)], y, count);
    for (int k = 1; k < ends.size(); k++) {
      VectorLoops.addProduct(g[ends.get(k)], p[ends.get(k)], y, count);
    }
  }

  /** q. */
  private void squares(int count) {
    Arrays.fill(q, 0, count, 0);
    for (int k = 1; k < carried.size(); k++) {
      int c = carried.get(k);
      VectorLoops.addSquare(g[channels.endOf(c - 1)], p[c], q, count);
    }
  }

  private void values(double[] value, double[] v, int count) {
    for (int i = 0; i < count; i++) {
      value[i] = s1[i] * value[i] + (s2[i] * y[i] + s3[i] * q[i]) * v[i];
    }
  }

  private void slopes(double[] pi, double[] gii, double[] v, double[] zi, int count) {
    double[] value = e[0];
    for (int i = 0; i < count; i++) {
      double bend = s2[i] * pi[i];
      value[i] += bend * zi[i];
      zi[i] = s1[i] * zi[i] + 2 * bend * gii[i] * v[i];
    }
  }

  private static void load(List<Block> from, double[][] into, int at, int count) {
    for (int c = 0; c < from.size(); c++) {
      from.get(c).load(at, into[c], count);
    }
  }
}
