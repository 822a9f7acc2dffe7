package org.dynlab.analysis.figure.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;

/**
 * Colours and dashes of static figures. The colours are those of Okabe and Ito, which readers with
 * any common form of colour blindness can tell apart (jfly.uni-koeln.de/color, 2008).
 */
public final class Palette {
  /** Of words and outlines. */
  public static final Color INK = new Color(0x22262B);

  /** Of axes and remarks. */
  public static final Color FAINT = new Color(0x5B626B);

  static final Color GRID = new Color(0xE4E7EB);
  private static final int OPAQUE = 255;

  private static final List<Color> COLOURS =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9),
          new Color(0x4D4D4D));

  /** On and off lengths in pixels; the first one is solid. */
  private static final List<List<Float>> DASHES =
      List.of(List.of(), List.of(8f, 4f), List.of(2f, 3f), List.of(10f, 3f, 2f, 3f));

  private Palette() {}

  /** The colour of a look. */
  public static Color colour(LineLook look) {
    return COLOURS.get(look.colour() % COLOURS.size());
  }

  /** The colour of a state; states that are seven apart share one. */
  public static Color colour(int state) {
    return COLOURS.get(state % COLOURS.size());
  }

  /** The colour of a look, seen through. */
  public static Color veiled(LineLook look, double opacity) {
    return veiled(colour(look), opacity);
  }

  /** A colour, seen through. */
  public static Color veiled(Color full, double opacity) {
    return new Color(
        full.getRed(), full.getGreen(), full.getBlue(), (int) Math.round(opacity * OPAQUE));
  }

  /** A stroke without dashes. */
  public static BasicStroke stroke(float width) {
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }

  /** A stroke with the dashes of a look. */
  public static BasicStroke stroke(LineLook look, float width) {
    List<Float> dash = DASHES.get(look.dash() % DASHES.size());
    if (dash.isEmpty()) {
      return stroke(width);
    }
    float[] lengths = new float[dash.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = dash.get(i);
    }
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
  }
}
