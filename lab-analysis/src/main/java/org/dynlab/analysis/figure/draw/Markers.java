package org.dynlab.analysis.figure.draw;

import java.util.List;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The markers that tell arms apart without colour. */
public final class Markers {
  /** Their size in pixels. */
  public static final int SIZE = 8;

  private static final List<Marker> SHAPES =
      List.of(
          SeriesMarkers.CIRCLE,
          SeriesMarkers.SQUARE,
          SeriesMarkers.TRIANGLE_UP,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.TRIANGLE_DOWN,
          SeriesMarkers.CROSS);

  private Markers() {}

  /** The marker of a look. */
  public static Marker of(LineLook look) {
    return look.marker() == LineLook.NO_MARKER
        ? SeriesMarkers.NONE
        : SHAPES.get(look.marker() % SHAPES.size());
  }
}
