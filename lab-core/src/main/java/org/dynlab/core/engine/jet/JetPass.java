package org.dynlab.core.engine.jet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dynlab.core.activation.Activation;

/**
 * Loss and gradient of a fully connected network with one output that carries derivatives ({@link
 * JetKernels} says how), a tile of points after the other: everything a tile needs stays in the
 * cache from its first product to its last. In double, on CPU memory.
 *
 * <p>The formulas are those of {@link JetKernels}, with one thing saved: adjoints of channels that
 * nothing else depends on ({@link Channels#ends}) obey P_c = s1 (P_c' Wᵀ) with P_c' the layer's
 * above, so at every point they are multiples g_c v of the same v = ∂u/∂p. v goes back once for all
 * of them, and their inputs x_c enter the gradient of W as the one sum Σ g_c x_c. For u, u_x, u_t,
 * u_xx that leaves three products of four in each half of the backward pass.
 */
public final class JetPass {
  /** Entries of a tile's layer per channel: what keeps three layers of a tile in 1 MiB. */
  private static final int TILE_ENTRIES = 4700;

  private static final int LEAST_POINTS = 32;

  /** BLAS works on so many points at a time. */
  private static final int ROUND = 16;

  private static final int TILES_KEPT = 4;

  /**
   * One layer.
   *
   * @param in its inputs
   * @param out its outputs
   * @param weights index of W: [in, out], column after column, in the flat parameter vector
   * @param bias index of b: [out], or -1 without one
   * @param f its function
   * @param skip whether it adds its input to its output
   */
  public record Dense(int in, int out, int weights, int bias, Activation f, boolean skip) {}

  /** Points with what makes a loss of them. */
  public interface Batch {

    /** Number of points. */
    int points();

    /** into[0, count) ← coordinate {@code input} of the points from {@code first} on. */
    void load(int input, int first, double[] into, int count);

    /**
     * The loss of {@code count} points from {@code first} on, summed.
     *
     * @param u stacked channels of the output: channel c of point i at c·count + i; receives their
     *     adjoints
     */
    double lossAndAdjoints(int first, int count, double[] u);
  }

  private final Channels channels;
  private final List<Integer> inputOfFirst;
  private final List<Dense> layers;
  private final Block parameters;
  private final Block gradient;
  private final List<Block> weights = new ArrayList<>();
  private final List<Block> weightGradients = new ArrayList<>();
  private final List<double[]> biases = new ArrayList<>();
  private final List<double[]> biasGradients = new ArrayList<>();
  private final Map<Integer, Tile> tiles =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Tile> eldest) {
          return size() > TILES_KEPT;
        }
      };

  /**
   * @param inputOfFirst for each first derivative the number of its input
   * @param layers hidden layers, then one of a single linear output
   * @param size length of the flat parameter vector
   */
  public JetPass(Channels channels, List<Integer> inputOfFirst, List<Dense> layers, int size) {
    this.channels = channels;
    this.inputOfFirst = List.copyOf(inputOfFirst);
    this.layers = List.copyOf(layers);
    this.parameters = Block.allocate(size, 1);
    this.gradient = Block.allocate(size, 1);
    for (Dense dense : layers) {
      weights.add(parameters.reshape(dense.weights(), dense.in(), dense.out()));
      weightGradients.add(gradient.reshape(dense.weights(), dense.in(), dense.out()));
      biases.add(new double[dense.out()]);
      biasGradients.add(new double[dense.out()]);
    }
  }

  /**
   * The summed loss of the batch.
   *
   * @param theta the flat parameter vector
   * @param into receives the gradient of the summed loss
   */
  public double run(double[] theta, Batch batch, double[] into) {
    begin(theta, into);
    double loss = 0;
    int step = pointsPerTile(batch.points());
    for (int first = 0; first < batch.points(); first += step) {
      int count = Math.min(step, batch.points() - first);
      loss += run(batch, first, tiles.computeIfAbsent(count, this::tile));
    }
    gradient.load(0, into, into.length);
    for (int k = 0; k < layers.size(); k++) {
      if (layers.get(k).bias() >= 0) {
        double[] sums = biasGradients.get(k);
        System.arraycopy(sums, 0, into, layers.get(k).bias(), sums.length);
      }
    }
    return loss;
  }

  private void begin(double[] theta, double[] into) {
    Arrays.fill(into, 0);
    parameters.store(theta, 0, theta.length);
    gradient.store(into, 0, into.length);
    for (int k = 0; k < layers.size(); k++) {
      Arrays.fill(biasGradients.get(k), 0);
      if (layers.get(k).bias() >= 0) {
        System.arraycopy(theta, layers.get(k).bias(), biases.get(k), 0, layers.get(k).out());
      }
    }
  }

  /** Tiles of one size but for the last. */
  private int pointsPerTile(int points) {
    int widest = layers.stream().mapToInt(Dense::out).max().orElse(1);
    int most = Math.max(LEAST_POINTS, TILE_ENTRIES / widest);
    int count = (points + most - 1) / most;
    int even = (points + count - 1) / count;
    return (even + ROUND - 1) / ROUND * ROUND;
  }

  private Tile tile(int points) {
    JetTile arrays = new JetTile(points, channels, layers.subList(0, layers.size() - 1));
    arrays.seedInputs(inputOfFirst);
    return new Tile(arrays, new JetSweep(channels, points));
  }

  private record Tile(JetTile arrays, JetSweep sweep) {}

  private double run(Batch batch, int first, Tile tile) {
    List<JetTile.Layer> hidden = tile.arrays().layers();
    load(batch, first, tile.arrays());
    for (int k = 0; k < hidden.size(); k++) {
      multiply(hidden.get(k).x(), weights.get(k), hidden.get(k).z());
      Dense dense = layers.get(k);
      tile.sweep().forward(hidden.get(k), dense.f(), dense.skip(), biases.get(k));
    }
    double loss = output(batch, first, tile);
    for (int k = hidden.size() - 1; k >= 0; k--) {
      reverse(k, hidden.get(k), tile.sweep());
    }
    return loss;
  }

  private static void load(Batch batch, int first, JetTile tile) {
    int n = tile.points();
    Block values = tile.inputs().get(0);
    double[] line = new double[n];
    for (int j = 0; j < values.columns(); j++) {
      batch.load(j, first, line, n);
      values.store(line, j * n, n);
    }
  }

  private static void multiply(List<Block> x, Block w, List<Block> z) {
    for (int c = 0; c < x.size(); c++) {
      z.get(c).product(x.get(c), false, w, false, 0);
    }
  }

  /** The loss, the gradient of the last layer, and what goes back from it. */
  private double output(Batch batch, int first, Tile tile) {
    int last = layers.size() - 1;
    int n = tile.arrays().points();
    JetTile.Layer below = tile.arrays().layers().get(last - 1);
    List<Block> outputs = tile.arrays().outputs();
    multiply(below.h(), weights.get(last), outputs);
    double[] u = new double[n * channels.count()];
    double[] line = new double[n];
    for (int c = 0; c < outputs.size(); c++) {
      outputs.get(c).load(0, line, n);
      System.arraycopy(line, 0, u, c * n, n);
    }
    for (int i = 0; i < n; i++) {
      u[i] += biases.get(last)[0];
    }
    double loss = batch.lossAndAdjoints(first, n, u);
    for (int i = 0; i < n; i++) {
      biasGradients.get(last)[0] += u[i];
    }
    for (int c = 0; c < outputs.size(); c++) {
      System.arraycopy(u, c * n, line, 0, n);
      outputs.get(c).store(line, 0, n);
      weightGradients.get(last).product(below.h().get(c), true, outputs.get(c), false, 1);
    }
    List<Block> seeds = tile.arrays().seeds();
    tile.sweep().begin(u, seeds);
    for (int k = 0; k < seeds.size(); k++) {
      below.errors().get(k).product(seeds.get(k), false, weights.get(last), true, 0);
    }
    return loss;
  }

  private void reverse(int k, JetTile.Layer layer, JetSweep sweep) {
    sweep.reverse(layer, layers.get(k).f(), biasGradients.get(k));
    sweep.combine(layer);
    double keep = layers.get(k).skip() ? 1 : 0;
    for (int a = 0; a < layer.adjoints().size(); a++) {
      Block adjoint = layer.adjoints().get(a);
      weightGradients.get(k).product(layer.factors().get(a), true, adjoint, false, 1);
      if (k > 0) {
        layer.inputErrors().get(a).product(adjoint, false, weights.get(k), true, keep);
      }
    }
  }
}
