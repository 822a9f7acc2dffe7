package org.dynlab.analysis.figure.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dynlab.analysis.figure.draw.Axis;
import org.dynlab.analysis.figure.draw.Scale;
import org.dynlab.analysis.figure.map.Ribbon.Stay;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.model.Path;
import org.dynlab.analysis.latent.LatentStudy;
import org.dynlab.analysis.latent.outcome.Convergence;

/**
 * The paths of runs below each other, the one that converges first at the top, those that never do
 * at the bottom.
 *
 * @param axis of training steps
 * @param leftOut how many runs have no row because there are more than {@value #MOST_ROWS}; those
 *     drawn are evenly spread over the order
 * @param states how many there are
 */
public record RibbonLayout(List<Ribbon> ribbons, Axis axis, int leftOut, int states) {
  /** Rows at most. */
  public static final int MOST_ROWS = 60;

  /** Parts of the axis; each is drawn in the state that holds most of it. */
  public static final int PARTS = 360;

  /** Width in pixels from which a stay carries its number. */
  public static final double ROOM_FOR_NUMBER = 15;

  /** Width of the axis in pixels. */
  public static final double WIDTH = 2.0 * PARTS;

  /** Width of the names of runs before it, in pixels. */
  public static final double NAMES = 130;

  /** Distance of rows in pixels. */
  public static final double ROW = 17;

  /** Height of a row's band in pixels. */
  public static final double BAND = 14;

  private static final double FRONT_LOADED = 0.25;

  /** Copies the list. */
  public RibbonLayout {
    ribbons = List.copyOf(ribbons);
  }

  /** The layout of a study's paths. */
  public static RibbonLayout of(LatentStudy study) {
    List<Path> paths = study.latent().map().paths();
    Sequences rows = study.features().sequences();
    Axis axis = axis(rows);
    List<Integer> order =
        IntStream.range(0, paths.size())
            .boxed()
            .sorted(Comparator.comparingLong(run -> time(study, run)))
            .toList();
    List<Ribbon> ribbons =
        IntStream.range(0, Math.min(MOST_ROWS, order.size()))
            .map(
                i -> order.get((int) ((long) i * order.size() / Math.min(MOST_ROWS, order.size()))))
            .mapToObj(run -> ribbon(study, run, axis))
            .toList();
    return new RibbonLayout(
        ribbons, axis, paths.size() - ribbons.size(), study.latent().map().states().size());
  }

  /** Height of all rows in pixels. */
  public double height() {
    return ROW * ribbons.size();
  }

  private static Optional<Convergence> convergence(LatentStudy study, int run) {
    return study.outcome().map(outcome -> outcome.convergences().get(run));
  }

  private static long time(LatentStudy study, int run) {
    return convergence(study, run).map(c -> c.reached() ? c.step() : Long.MAX_VALUE).orElse(0L);
  }

  /** Logarithmic where most rows come early. */
  private static Axis axis(Sequences rows) {
    long first = Long.MAX_VALUE;
    long last = 0;
    long middle = 0;
    for (int run = 0; run < rows.count(); run++) {
      int length = rows.length(run);
      first = Math.min(first, rows.step(run, 0));
      if (rows.step(run, length - 1) >= last) {
        last = rows.step(run, length - 1);
        middle = rows.step(run, length / 2);
      }
    }
    if (middle < FRONT_LOADED * last) {
      return new Axis(Scale.LOG, Math.max(1, first), Math.max(2, last));
    }
    return new Axis(Scale.LINEAR, first, Math.max(last, first + 1));
  }

  private static Ribbon ribbon(LatentStudy study, int run, Axis axis) {
    Optional<Convergence> convergence = convergence(study, run);
    double tick =
        convergence
            .filter(Convergence::reached)
            .map(c -> axis.position((double) c.step()))
            .orElse(Double.NaN);
    Path path = study.latent().map().paths().get(run);
    return new Ribbon(
        path.run(), stays(path, run, study.features().sequences(), axis), convergence, tick);
  }

  private static List<Stay> stays(Path path, int run, Sequences rows, Axis axis) {
    int[] rowOf = rows(path, run, rows, axis);
    List<Stay> stays = new ArrayList<>();
    int begin = 0;
    for (int part = 1; part <= PARTS; part++) {
      boolean ends = part == PARTS || state(path, rowOf[part]) != state(path, rowOf[begin]);
      if (ends && rowOf[begin] >= 0) {
        stays.add(
            new Stay(
                path.state(rowOf[begin]),
                (double) begin / PARTS,
                (double) part / PARTS,
                rows.step(run, rowOf[begin]),
                rows.step(run, rowOf[part - 1])));
      }
      begin = ends ? part : begin;
    }
    return stays;
  }

  private static int state(Path path, int row) {
    return row < 0 ? -1 : path.state(row);
  }

  /** For each part of the axis a row in the state that most rows there have; −1 outside the run. */
  private static int[] rows(Path path, int run, Sequences rows, Axis axis) {
    int[] rowOf = new int[PARTS];
    Arrays.fill(rowOf, -1);
    int last = -1;
    int t = 0;
    for (int part = 0; part < PARTS; part++) {
      int begin = t;
      while (t < path.length() && part(rows.step(run, t), axis) == part) {
        t++;
      }
      last = t > begin ? common(path, begin, t) : last;
      rowOf[part] = t == path.length() && t == begin ? -1 : last;
    }
    return rowOf;
  }

  private static int part(long step, Axis axis) {
    return Math.min(PARTS - 1, (int) (axis.position((double) step) * PARTS));
  }

  /** The first row of the state that most rows from begin to end have. */
  private static int common(Path path, int begin, int end) {
    int best = begin;
    long most = 0;
    for (int t = begin; t < end; t++) {
      int state = path.state(t);
      long count = IntStream.range(begin, end).filter(i -> path.state(i) == state).count();
      if (count > most) {
        most = count;
        best = t;
      }
    }
    return best;
  }
}
