package org.dynlab.analysis.figure.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.dynlab.analysis.hmm.map.MapEdge;
import org.dynlab.analysis.hmm.map.MapState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ArrangementTest {
  private static List<Node> row(int states) {
    List<Node> nodes = new ArrayList<>();
    for (int k = 0; k < states; k++) {
      MapState state = new MapState(k, k, 0.9, 5, k == 0 ? 5 : 0, 10, 1.0 / states, List.of());
      nodes.add(Node.of(state, 10.0 * k, Optional.empty()).at(new Spot(150.0 * k, 0)));
    }
    return nodes;
  }

  private static MapEdge edge(int from, int to) {
    return new MapEdge(from, to, 0.012, 5, 0.5, 5, 10, 1, List.of());
  }

  @Test
  void aChainStandsOnOneLineWithStraightArrows() {
    Arrangement chain = Arrangement.best(row(4), List.of(edge(0, 1), edge(1, 2), edge(2, 3)));
    assertThat(chain.nodes()).allMatch(node -> node.centre().y() == 0);
    assertThat(chain.ways()).allMatch(way -> way.bow().control().y() == 0);
  }

  @Test
  void shortcutsAndWaysBackKeepClearOfStatesAndWords() {
    List<MapEdge> edges =
        List.of(edge(0, 1), edge(1, 2), edge(2, 3), edge(3, 4), edge(0, 2), edge(1, 4), edge(3, 2));
    Arrangement map = Arrangement.best(row(5), edges);
    assertThat(map.ways()).hasSize(7);
    for (Way way : map.ways()) {
      for (Node node : map.nodes()) {
        assertThat(way.label().meets(node.outline())).isFalse();
        assertThat(way.label().meets(node.caption())).isFalse();
        boolean own = way.edge().from() == node.state().state();
        if (!own && way.edge().to() != node.state().state()) {
          for (int i = 0; i <= 50; i++) {
            Spot spot = way.bow().at(i / 50.0);
            assertThat(spot.distance(node.centre())).isGreaterThan(node.radius());
          }
        }
      }
      assertThat(map.ways())
          .filteredOn(other -> !other.edge().equals(way.edge()))
          .noneMatch(other -> other.label().meets(way.label()));
    }
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void sixteenStatesWithSixtyWaysAreArrangedInTime() {
    SplittableRandom random = new SplittableRandom(1);
    List<MapEdge> edges = new ArrayList<>();
    while (edges.size() < 60) {
      MapEdge next = edge(random.nextInt(16), random.nextInt(16));
      boolean known = edges.stream().anyMatch(e -> e.from() == next.from() && e.to() == next.to());
      if (!known && next.from() != next.to()) {
        edges.add(next);
      }
    }
    Arrangement map = Arrangement.best(row(16), edges);
    assertThat(map.ways()).hasSize(60);
  }
}
