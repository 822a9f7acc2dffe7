package org.dynlab.analysis.figure.map;

import java.awt.Font;
import org.dynlab.analysis.figure.draw.Palette;
import org.dynlab.analysis.figure.draw.Picture;
import org.dynlab.analysis.figure.draw.Ticks.Tick;
import org.dynlab.analysis.figure.map.Ribbon.Stay;
import org.dynlab.analysis.latent.LatentStudy;

/** The paths of runs as a static figure. */
public final class RibbonPicture {
  private static final int HEAD = 44;
  private static final int FOOT = 84;
  private static final int MARGIN = 20;
  private static final int SWATCH = 52;

  private RibbonPicture() {}

  /**
   * Draws the paths of a study.
   *
   * @param title what stands above it behind {@code States of runs:}
   */
  public static Picture of(LatentStudy study, String title) {
    RibbonLayout layout = RibbonLayout.of(study);
    int width = (int) (RibbonLayout.NAMES + RibbonLayout.WIDTH) + 2 * MARGIN;
    int height = HEAD + (int) layout.height() + FOOT;
    return new Picture(
        width,
        height,
        graphics -> {
          Pen pen = new Pen(graphics);
          pen.paper(width, height, "States of runs: " + title);
          paint(layout, pen);
          foot(layout, pen);
        });
  }

  private static void paint(RibbonLayout layout, Pen pen) {
    for (int row = 0; row < layout.ribbons().size(); row++) {
      Ribbon ribbon = layout.ribbons().get(row);
      double top = HEAD + row * RibbonLayout.ROW;
      double middle = top + RibbonLayout.BAND / 2;
      pen.wordsBefore(ribbon.shortName(), new Spot(MARGIN + RibbonLayout.NAMES - 8, middle), 10);
      for (Stay stay : ribbon.stays()) {
        double width = x(stay.to()) - x(stay.from());
        pen.area(new Box(x(stay.from()), top, width, RibbonLayout.BAND), stay.state());
      }
      if (!Double.isNaN(ribbon.tick())) {
        double x = x(ribbon.tick());
        pen.block(new Box(x - 1.5, top - 1.5, 3, RibbonLayout.ROW), Palette.INK);
      }
    }
  }

  private static double x(double share) {
    return MARGIN + RibbonLayout.NAMES + share * RibbonLayout.WIDTH;
  }

  private static void foot(RibbonLayout layout, Pen pen) {
    double y = HEAD + layout.height();
    pen.block(new Box(x(0), y, RibbonLayout.WIDTH, 1), Palette.FAINT);
    for (Tick tick : layout.axis().ticks()) {
      double x = x(layout.axis().position(tick.value()));
      pen.block(new Box(x - 0.5, y, 1, tick.major() ? 6 : 3), Palette.FAINT);
      pen.words(tick.label(), new Spot(x, y + 15), Font.PLAIN, 11, Palette.FAINT);
    }
    pen.words("training step", new Spot(x(0.5), y + 33), Font.PLAIN, 12, Palette.INK);
    for (int state = 0; state < layout.states(); state++) {
      pen.area(new Box(x(0) + state * SWATCH, y + 50, SWATCH - 12, RibbonLayout.BAND), state);
    }
    pen.wordsBefore("states", new Spot(x(0) - 8, y + 50 + RibbonLayout.BAND / 2), 12);
    String tick = "Upright stroke: the run reaches the target.";
    String missing = layout.leftOut() == 0 ? "" : " " + layout.leftOut() + " runs are not drawn.";
    pen.wordsFrom(tick + missing, new Spot(x(0), y + 74), 11);
  }
}
