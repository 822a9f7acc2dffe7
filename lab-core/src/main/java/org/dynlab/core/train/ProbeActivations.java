package org.dynlab.core.train;

import java.nio.DoubleBuffer;
import java.util.List;
import java.util.Optional;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.instrument.Activations;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.network.Network;
import org.dynlab.core.task.Features;
import org.dynlab.core.task.Measure;
import org.dynlab.core.task.Targets;

/** The layers' own arrays right after a pass over a probe set; stale after the next pass. */
final class ProbeActivations implements Activations {
  private static final int BLOCK = 4096;
  private static final int ROWS = 32;
  private final Network network;
  private final ProbeSet probes;
  private final ProbeInputs.Drawn drawn;
  private final int rows;
  private final List<Matrix> hidden;
  private Matrix outputs;
  private final double[] block = new double[BLOCK];

  ProbeActivations(Network network, ProbeSet probes, ProbeInputs.Drawn drawn) {
    this.network = network;
    this.probes = probes;
    this.drawn = drawn;
    this.rows = drawn.rows();
    this.hidden = network.hiddenOutputs(drawn.inputs(), rows);
  }

  boolean isOf(ProbeSet other) {
    return probes.equals(other);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public Optional<Features> features() {
    return Optional.of(drawn.features());
  }

  @Override
  public Optional<Targets> targets() {
    return drawn.targets();
  }

  @Override
  public Optional<Measure> measure() {
    return drawn.measure();
  }

  @Override
  public void copyTo(int layer, DoubleBuffer destination) {
    copy(hidden.get(layer), destination);
  }

  @Override
  public void copyOutputs(DoubleBuffer destination) {
    if (outputs == null) {
      outputs = network.outputsOf(hidden.get(hidden.size() - 1));
    }
    copy(outputs, destination);
  }

  private void copy(Matrix from, DoubleBuffer destination) {
    if (from.rowMajor()) {
      copyTurned(from, destination);
      return;
    }
    for (int at = 0; at < from.size(); at += BLOCK) {
      int count = Math.min(BLOCK, from.size() - at);
      network.read(from, at, block, count);
      destination.put(at, block, 0, count);
    }
  }

  /** A block of rows at a time: turned in the cache, then written piece of column by piece. */
  private void copyTurned(Matrix from, DoubleBuffer destination) {
    int width = from.columns();
    double[] lines = new double[ROWS * width];
    double[] turned = new double[ROWS * width];
    for (int first = 0; first < rows; first += ROWS) {
      int count = Math.min(ROWS, rows - first);
      network.read(from, first * width, lines, count * width);
      for (int j = 0; j < width; j++) {
        for (int i = 0; i < count; i++) {
          turned[j * count + i] = lines[i * width + j];
        }
      }
      for (int j = 0; j < width; j++) {
        destination.put(j * rows + first, turned, j * count, count);
      }
    }
  }
}
