package org.dynlab.core.instrument;

import java.util.List;

/** What a network made of rows that were put in at an entrance. */
public interface Passage {

  /** n. */
  int rows();

  /** The hidden layers behind that entrance, as in {@link Entrance#behind}. */
  List<Place> layers();

  /** What goes into the activation function of one of {@link #layers}: [n, width], row-major. */
  double[] preActivations(int layer);

  /** The network's outputs before any softmax: [n, outputs], row-major. */
  double[] outputs();
}
