package org.dynlab.analysis.staircase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dynlab.analysis.staircase.Partition.Segment;

/** Finds the jumps of a signal among the cuts of its partition, see {@link Staircase}. */
final class JumpSearch {
  private static final double FLAT = 0.25;
  private static final double LONGER = 2;
  private static final int FEWEST_POINTS = 5;

  private final Signal signal;
  private final List<Segment> segments;
  private final double leastHeight;
  private final double[] fitted;

  JumpSearch(Signal signal, Scale scale) {
    this.signal = signal;
    this.segments = Partition.of(signal);
    this.leastHeight = scale.leastHeightIn(signal.values);
    this.fitted = new double[signal.size()];
    for (Segment s : segments) {
      double length = signal.steps[s.last()] - signal.steps[s.first()];
      for (int i = s.first(); i <= s.last(); i++) {
        double part = length == 0 ? 0 : (signal.steps[i] - signal.steps[s.first()]) / length;
        fitted[i] = s.start() + part * (s.end() - s.start());
      }
    }
  }

  /**
   * A passage from point a to point b.
   *
   * @param first first point of the flat stretch before it
   * @param last last point of the flat stretch after it
   */
  record Passage(int first, int a, int b, int last) {}

  double fitted(int i) {
    return fitted[i];
  }

  /** The jumps, in their order. */
  List<Passage> jumps() {
    List<Passage> candidates = new ArrayList<>();
    for (int before = 0; before < segments.size(); before++) {
      for (int after = before + 1; after < segments.size(); after++) {
        Passage passage = passage(segments.get(before).last(), segments.get(after).first());
        if (isQuick(passage)) {
          candidates.add(passage);
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble(this::width)
            .thenComparingDouble(passage -> -Math.abs(height(passage))));
    List<Passage> jumps = new ArrayList<>();
    for (Passage candidate : candidates) {
      boolean apart = jumps.stream().allMatch(j -> candidate.b <= j.a || j.b <= candidate.a);
      if (apart && isAbrupt(candidate)) {
        jumps.add(candidate);
      }
    }
    jumps.sort(Comparator.comparingInt(Passage::a));
    return jumps;
  }

  private Passage passage(int a, int b) {
    double tolerance = FLAT * Math.abs(fitted[b] - fitted[a]);
    int first = a;
    while (first > 0 && Math.abs(fitted[first - 1] - fitted[a]) <= tolerance) {
      first--;
    }
    int last = b;
    while (last < fitted.length - 1 && Math.abs(fitted[last + 1] - fitted[b]) <= tolerance) {
      last++;
    }
    return new Passage(first, a, b, last);
  }

  double height(Passage passage) {
    return fitted[passage.b] - fitted[passage.a];
  }

  private double width(Passage passage) {
    return signal.steps[passage.b] - signal.steps[passage.a];
  }

  /** The length of the shorter of the two flat stretches. */
  private double shorter(Passage p) {
    return Math.min(
        signal.steps[p.a] - signal.steps[p.first], signal.steps[p.last] - signal.steps[p.b]);
  }

  private boolean isQuick(Passage p) {
    boolean high = Math.abs(height(p)) >= leastHeight;
    int points = Math.min(p.a - p.first, p.last - p.b) + 1;
    return high && points >= FEWEST_POINTS && shorter(p) >= LONGER * width(p);
  }

  private boolean isAbrupt(Passage p) {
    double centre = (signal.steps[p.a] + signal.steps[p.b]) / 2;
    return new Abruptness(signal, p.first, p.last).isClear(centre, width(p), shorter(p) / LONGER);
  }
}
