package org.dynlab.analysis.figure.map;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import org.dynlab.analysis.figure.draw.Palette;
import org.dynlab.analysis.figure.draw.Picture;
import org.dynlab.analysis.latent.LatentStudy;

/** A training map as a static figure. */
public final class MapPicture {
  private static final int HEAD = 44;
  private static final int LINE = 17;
  private static final int MARGIN = 20;
  private static final List<String> LEGEND =
      List.of(
          "Size: share of rows in the state. Left to right: mean step of first entry."
              + " Width: share of runs. Number at an arrow: probability.",
          "Double outline: runs start here. Diamond: detour."
              + " Broken outline: some converging runs do without it.");

  private MapPicture() {}

  /**
   * Draws the map of a study.
   *
   * @param title what stands above it behind {@code Training map:}
   */
  public static Picture of(LatentStudy study, String title) {
    MapLayout layout = MapLayout.of(study);
    int width = (int) Math.ceil(layout.width()) + 2 * MARGIN;
    int foot = HEAD + (int) Math.ceil(layout.height());
    int height = foot + LEGEND.size() * LINE + MARGIN;
    return new Picture(
        width,
        height,
        graphics -> {
          Pen pen = new Pen(graphics);
          pen.paper(width, height, "Training map: " + title);
          for (int i = 0; i < LEGEND.size(); i++) {
            Spot at = new Spot(MARGIN, foot + LINE * (i + 0.5));
            pen.wordsFrom(LEGEND.get(i), at, 12);
          }
          Graphics2D within = (Graphics2D) graphics.create();
          within.translate(MARGIN, HEAD);
          paint(layout, new Pen(within));
          within.dispose();
        });
  }

  private static void paint(MapLayout layout, Pen pen) {
    layout.ways().forEach(way -> pen.arrow(way.bow(), way.width()));
    for (Way way : layout.ways()) {
      pen.clear(way.label());
      pen.words(way.text(), way.label().middle(), Font.PLAIN, 12, Palette.INK);
    }
    for (Node node : layout.nodes()) {
      pen.state(node);
      Spot line = node.firstLine();
      if (!node.role().isEmpty()) {
        pen.words(node.role(), line, Font.PLAIN, 12, Palette.INK);
        line = line.plus(0, Node.LINE);
      }
      pen.words(node.when(), line, Font.PLAIN, 12, Palette.FAINT);
    }
  }
}
