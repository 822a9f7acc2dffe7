package org.dynlab.analysis.latent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.curve.Curve;

/**
 * Runs whose states are known. All begin in state A and end in state C; some pass B between them.
 * Each state has its own level of two columns, with noise.
 */
public final class PlantedRuns {
  public static final List<String> FEATURES = List.of("f", "g");
  private static final int ROWS = 120;
  private static final double NOISE = 0.05;

  private PlantedRuns() {}

  /**
   * A run's stays: rows in A, rows in B (none if 0), the rest in C, which is reached at the target.
   */
  public record Stay(int inA, int inB) {}

  /** B costs time: who passes it comes to C later by as much. */
  public static Arm withDetour(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Stay> stays = new ArrayList<>();
    for (int run = 0; run < 24; run++) {
      int inA = 20 + random.nextInt(8);
      stays.add(new Stay(inA, run % 2 == 0 ? 0 : 25 + random.nextInt(25)));
    }
    return arm(stays, random);
  }

  /** B costs nothing: who passes it leaves A as much earlier. */
  public static Arm withHarmlessState(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Stay> stays = new ArrayList<>();
    for (int run = 0; run < 24; run++) {
      int all = 40 + random.nextInt(40);
      int inB = run % 2 == 0 ? 0 : 15;
      stays.add(new Stay(all - inB, inB));
    }
    return arm(stays, random);
  }

  /** All runs alike but for their stay in A. */
  public static Arm straight(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Stay> stays = new ArrayList<>();
    for (int run = 0; run < 12; run++) {
      stays.add(new Stay(30 + random.nextInt(20), 10));
    }
    return arm(stays, random);
  }

  public static Arm arm(List<Stay> stays, SplittableRandom random) {
    List<Run> runs = new ArrayList<>();
    for (int run = 0; run < stays.size(); run++) {
      runs.add(run(run, stays.get(run), random));
    }
    return new Arm(Map.of(), runs);
  }

  private static Run run(int index, Stay stay, SplittableRandom random) {
    long[] steps = new long[ROWS];
    double[] f = new double[ROWS];
    double[] g = new double[ROWS];
    double[] accuracy = new double[ROWS];
    for (int t = 0; t < ROWS; t++) {
      boolean inA = t < stay.inA();
      boolean inB = !inA && t < stay.inA() + stay.inB();
      steps[t] = 10L * t;
      f[t] = (inA ? 0 : inB ? 1 : 2) + NOISE * random.nextGaussian();
      g[t] = (inB ? 3 : 0) + NOISE * random.nextGaussian();
      accuracy[t] = inA || inB ? 0.5 : 1;
    }
    Map<String, Curve> curves = new LinkedHashMap<>();
    curves.put("f", new Curve(steps, f));
    curves.put("g", new Curve(steps, g));
    curves.put("eval.accuracy", new Curve(steps, accuracy));
    return Samples.run(index, index, Map.of(), RunState.COMPLETED, "", curves);
  }
}
