package org.dynlab.core.train;

import java.util.List;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.instrument.Entrance;
import org.dynlab.core.instrument.Interior;
import org.dynlab.core.instrument.Passage;
import org.dynlab.core.instrument.Place;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.layer.Inlet;
import org.dynlab.core.layer.Tap;
import org.dynlab.core.network.Network;
import org.nd4j.linalg.api.buffer.DataType;

/** The {@link Twin} at θ_t, taken apart. */
final class TwinInterior implements Interior {
  private final Twin twin;
  private final double[] parameters;

  TwinInterior(Twin twin, double[] parameters) {
    this.twin = twin;
    this.parameters = parameters;
  }

  @Override
  public List<Entrance> entrances() {
    return Twin.entrances(twin.at(parameters));
  }

  @Override
  public double[] rowsAt(int entrance, ProbeSet probes) {
    Network network = twin.at(parameters);
    Inlet inlet = network.inlets().get(entrance);
    return rowMajor(network, inlet.reach().apply(twin.inputs().of(probes).inputs()));
  }

  @Override
  public Passage pass(int entrance, double[] rows) {
    Network network = twin.at(parameters);
    Inlet inlet = network.inlets().get(entrance);
    int count = rows.length / inlet.width();
    Matrix in = Matrix.uninitialised(DataType.DOUBLE, count, inlet.width(), true);
    in.doubles().put(0, rows);
    Matrix out = inlet.onward().apply(in);
    return new Passed(network, network.tapsBehind(entrance), count, out);
  }

  private record Passed(Network network, List<Tap> taps, int rows, Matrix out) implements Passage {
    @Override
    public List<Place> layers() {
      return taps.stream().map(tap -> new Place(tap.name(), tap.width())).toList();
    }

    @Override
    public double[] preActivations(int layer) {
      return rowMajor(network, taps.get(layer).before().orElseThrow().get());
    }

    @Override
    public double[] outputs() {
      return rowMajor(network, out);
    }
  }

  private static double[] rowMajor(Network network, Matrix from) {
    double[] values = new double[from.size()];
    network.read(from, 0, values, values.length);
    if (from.rowMajor()) {
      return values;
    }
    double[] turned = new double[values.length];
    int columns = from.columns();
    int rows = from.rows();
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        turned[i * columns + j] = values[j * rows + i];
      }
    }
    return turned;
  }
}
