package org.dynlab.core.engine.jet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The working arrays of a pass over R points: small enough, all together, for a core's own cache.
 * Every channel of every layer is a [R, width] matrix. What goes back are the adjoints of {@link
 * Channels#carried} and, if there are other channels, one for them all.
 */
final class JetTile {

  /**
   * What one layer works with, by channel or by adjoint.
   *
   * @param x its inputs, [R, in]: the outputs of the layer before
   * @param z its pre-activations, [R, out]
   * @param h its outputs, [R, out]
   * @param kept what the way back needs of the values of z; one of z or h
   * @param errors adjoints of the outputs, [R, out]; memory of all layers
   * @param adjoints adjoints of the pre-activations, [R, out]; memory of all layers
   * @param inputErrors adjoints of the inputs, [R, in], in place of {@code errors}
   * @param factors inputs that meet the adjoints in the gradient of the weights: those of the
   *     carried channels, then the others as one, in memory of all layers
   */
  record Layer(
      List<Block> x,
      List<Block> z,
      List<Block> h,
      Block kept,
      List<Block> errors,
      List<Block> adjoints,
      List<Block> inputErrors,
      List<Block> factors) {}

  private final int points;
  private final Channels channels;
  private final List<Block> inputs;
  private final List<Layer> layers = new ArrayList<>();
  private final List<Block> outputs;
  private final List<Block> seeds;
  private final List<Block> errors;
  private final List<Block> adjoints;
  private final Block combined;

  JetTile(int points, Channels channels, List<JetPass.Dense> hidden) {
    this.points = points;
    this.channels = channels;
    int widest = hidden.stream().mapToInt(d -> Math.max(d.in(), d.out())).max().orElseThrow();
    int carried = channels.carried().size() + (channels.ends().isEmpty() ? 0 : 1);
    errors = allocate(carried, widest);
    adjoints = allocate(carried, widest);
    combined = Block.allocate(points, widest);
    inputs = allocate(channels.count(), hidden.get(0).in());
    hidden.forEach(this::add);
    outputs = allocate(channels.count(), 1);
    seeds = allocate(carried, 1);
  }

  private List<Block> allocate(int count, int width) {
    List<Block> blocks = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      blocks.add(Block.allocate(points, width));
    }
    return Collections.unmodifiableList(blocks);
  }

  private void add(JetPass.Dense dense) {
    List<Block> x = layers.isEmpty() ? inputs : layers.get(layers.size() - 1).h();
    List<Block> z = allocate(channels.count(), dense.out());
    List<Block> h = allocate(channels.count(), dense.out());
    boolean value = dense.f().curve().keepsValue() && !dense.skip();
    List<Block> factors = new ArrayList<>();
    channels.carried().forEach(c -> factors.add(x.get(c)));
    if (!channels.ends().isEmpty()) {
      factors.add(combined.reshape(0, points, dense.in()));
    }
    layers.add(
        new Layer(
            x,
            z,
            h,
            value ? h.get(0) : z.get(0),
            narrow(errors, dense.out()),
            narrow(adjoints, dense.out()),
            narrow(errors, dense.in()),
            factors));
  }

  private List<Block> narrow(List<Block> blocks, int width) {
    return blocks.stream().map(block -> block.reshape(0, points, width)).toList();
  }

  /** The derivatives of the inputs: a one where a channel is the slope along an input. */
  void seedInputs(List<Integer> inputOfFirst) {
    double[] ones = new double[points];
    Arrays.fill(ones, 1);
    for (Block block : inputs) {
      block.store(new double[block.size()], 0, block.size());
    }
    for (int i = 0; i < inputOfFirst.size(); i++) {
      inputs.get(channels.firstChannel(i)).store(ones, inputOfFirst.get(i) * points, points);
    }
  }

  /** R. */
  int points() {
    return points;
  }

  /** The inputs of the first layer, by channel. */
  List<Block> inputs() {
    return inputs;
  }

  /** The hidden layers. */
  List<Layer> layers() {
    return layers;
  }

  /** The output u, by channel, [R, 1], and later its adjoints. */
  List<Block> outputs() {
    return outputs;
  }

  /** What goes back from the output, [R, 1]: the adjoints of carried channels, and ones. */
  List<Block> seeds() {
    return seeds;
  }
}
