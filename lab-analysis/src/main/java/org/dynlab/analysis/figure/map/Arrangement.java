package org.dynlab.analysis.figure.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dynlab.analysis.hmm.map.MapEdge;

/**
 * Lanes for states and bends for ways, found by changing one after the other for the better until
 * nothing gets better: a local optimum of {@link Clutter}.
 */
final class Arrangement {
  /** Straight pieces that stand for a curve where it is asked what it touches. */
  static final int PIECES = 12;

  private static final List<Double> BENDS =
      List.of(0.0, 0.2, -0.2, 0.4, -0.4, 0.65, -0.65, 0.95, -0.95);
  private static final int MOST_LANES_FROM_MIDDLE = 2;
  private static final double LANE = 118;
  private static final double COST_OF_LANE = 9;
  private static final double COST_OF_BEND = 25;
  private static final int SWEEPS = 4;

  /** Number of ways above which one start has to do. */
  private static final int CROWDED = 24;

  private final List<MapEdge> edges;
  private final List<Node> nodes;
  private final Map<Integer, Integer> places;
  private final List<Way> ways = new ArrayList<>();
  private final int[] lanes;
  private final double[] bends;

  private Arrangement(List<Node> row, List<MapEdge> edges, IntUnaryOperator lane) {
    this.edges = edges;
    this.nodes = new ArrayList<>(row);
    this.places =
        IntStream.range(0, row.size())
            .boxed()
            .collect(Collectors.toMap(i -> row.get(i).state().state(), i -> i));
    this.lanes = new int[row.size()];
    this.bends = new double[edges.size()];
    edges.forEach(edge -> ways.add(way(edge, 0)));
    for (int i = 0; i < lanes.length; i++) {
      place(i, lane.applyAsInt(i));
    }
  }

  /** The best of some, for states in one row. */
  static Arrangement best(List<Node> row, List<MapEdge> edges) {
    List<IntUnaryOperator> starts =
        List.of(i -> 0, i -> i % 2, i -> i % 3 - 1, i -> row.get(i).dashed() ? 1 : 0);
    return starts.stream()
        .limit(edges.size() > CROWDED ? 1 : starts.size())
        .map(start -> new Arrangement(row, edges, start))
        .peek(Arrangement::improve)
        .min(Comparator.comparingDouble(Arrangement::cost))
        .orElseThrow();
  }

  List<Node> nodes() {
    return nodes;
  }

  List<Way> ways() {
    return ways;
  }

  private void improve() {
    double before = Double.POSITIVE_INFINITY;
    double now = cost();
    for (int sweep = 0; sweep < SWEEPS && now < before; sweep++) {
      for (int way = 0; way < bends.length; way++) {
        improveBend(way);
      }
      for (int node = 0; node < lanes.length; node++) {
        improveLane(node);
      }
      before = now;
      now = cost();
    }
  }

  private void improveBend(int way) {
    double best = bends[way];
    double least = costOf(way);
    for (double bend : BENDS) {
      bend(way, bend);
      double cost = costOf(way);
      if (cost < least) {
        least = cost;
        best = bend;
      }
    }
    bend(way, best);
  }

  private void improveLane(int node) {
    int best = lanes[node];
    double least = cost();
    for (int lane = -MOST_LANES_FROM_MIDDLE; lane <= MOST_LANES_FROM_MIDDLE; lane++) {
      place(node, lane);
      double cost = cost();
      if (cost < least) {
        least = cost;
        best = lane;
      }
    }
    place(node, best);
  }

  private void bend(int way, double bend) {
    bends[way] = bend;
    ways.set(way, way(edges.get(way), bend));
  }

  private void place(int node, int lane) {
    lanes[node] = lane;
    Node old = nodes.get(node);
    nodes.set(node, old.at(new Spot(old.centre().x(), lane * LANE)));
    int state = old.state().state();
    for (int way = 0; way < bends.length; way++) {
      if (edges.get(way).from() == state || edges.get(way).to() == state) {
        bend(way, bends[way]);
      }
    }
  }

  private Way way(MapEdge edge, double bend) {
    return Way.of(edge, nodes.get(places.get(edge.from())), nodes.get(places.get(edge.to())), bend);
  }

  private double cost() {
    double cost = Clutter.of(nodes);
    for (int i = 0; i < ways.size(); i++) {
      cost += alone(i);
      for (int j = 0; j < i; j++) {
        cost += Clutter.of(ways.get(i), ways.get(j));
      }
    }
    return cost + COST_OF_LANE * IntStream.of(lanes).map(Math::abs).sum();
  }

  private double costOf(int way) {
    double cost = alone(way);
    for (int other = 0; other < ways.size(); other++) {
      cost += other == way ? 0 : Clutter.of(ways.get(way), ways.get(other));
    }
    return cost;
  }

  private double alone(int way) {
    return COST_OF_BEND * Math.abs(bends[way]) + Clutter.of(ways.get(way), nodes);
  }
}
