package org.dynlab.core.model;

import java.util.List;

/** Which layers of a network have biases. */
public sealed interface Biases permits Biases.ByRole, Biases.Listed {

  /** Whether that layer, counted from 0, has one; the last layer is the output. */
  boolean of(int layer, int layers);

  /** Whether this says it for a network of that many layers, the output included. */
  boolean fits(int layers);

  /** All layers, or none. */
  static Biases everywhere(boolean there) {
    return new ByRole(there, there);
  }

  /** One answer for the hidden layers and one for the output. */
  record ByRole(boolean hidden, boolean output) implements Biases {
    @Override
    public boolean of(int layer, int layers) {
      return layer == layers - 1 ? output : hidden;
    }

    @Override
    public boolean fits(int layers) {
      return true;
    }

    @Override
    public String toString() {
      return hidden == output ? Boolean.toString(hidden) : hidden ? "hidden" : "output";
    }
  }

  /** One answer per layer. */
  record Listed(List<Boolean> layers) implements Biases {
    /** Copies the list. */
    public Listed {
      layers = List.copyOf(layers);
    }

    @Override
    public boolean of(int layer, int count) {
      return layer < layers.size() && layers.get(layer);
    }

    @Override
    public boolean fits(int count) {
      return layers.size() == count;
    }

    @Override
    public String toString() {
      return layers.toString();
    }
  }
}
