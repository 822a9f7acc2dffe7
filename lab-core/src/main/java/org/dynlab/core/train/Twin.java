package org.dynlab.core.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dynlab.core.instrument.Entrance;
import org.dynlab.core.instrument.Interior;
import org.dynlab.core.instrument.Objective;
import org.dynlab.core.instrument.Place;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.layer.Inlet;
import org.dynlab.core.network.Network;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.TaskData;

/**
 * The run's network once more, in double precision and without dropout, for instruments that ask
 * what would be elsewhere: it can be moved about without touching the run. Built when the first
 * instrument asks.
 */
final class Twin {
  private final Supplier<Network> building;
  private final TaskData data;
  private final SeedTree seeds;
  private final Map<ProbeSet, Objective> objectives = new HashMap<>();
  private Network network;
  private ProbeInputs inputs;
  private double[] where = {};

  Twin(Supplier<Network> building, TaskData data, SeedTree seeds) {
    this.building = building;
    this.data = data;
    this.seeds = seeds;
  }

  /** The network at that point. */
  Network at(double[] point) {
    prepare();
    if (!Arrays.equals(where, point)) {
      where = where.length == point.length ? where : new double[point.length];
      System.arraycopy(point, 0, where, 0, point.length);
      network.write(where);
    }
    return network;
  }

  private void prepare() {
    if (network == null) {
      network = building.get();
      inputs = new ProbeInputs(network, data, seeds);
    }
  }

  ProbeInputs inputs() {
    prepare();
    return inputs;
  }

  Objective objective(ProbeSet probes) {
    return objectives.computeIfAbsent(
        probes, set -> new TwinObjective(this, inputs().of(set).examples()));
  }

  Interior interior(double[] parameters) {
    return new TwinInterior(this, parameters);
  }

  /** Where rows can be put in. */
  static List<Entrance> entrances(Network network) {
    List<Inlet> inlets = network.inlets();
    List<Entrance> entrances = new ArrayList<>();
    for (int k = 0; k < inlets.size(); k++) {
      List<Place> behind =
          network.tapsBehind(k).stream().map(tap -> new Place(tap.name(), tap.width())).toList();
      entrances.add(new Entrance(inlets.get(k).name(), inlets.get(k).width(), behind));
    }
    return entrances;
  }
}
