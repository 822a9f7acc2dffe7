package org.dynlab.analysis.figure.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.dynlab.analysis.figure.draw.Palette;

/** Draws words and shapes of maps and ribbons. */
final class Pen {
  private static final float[] DASH = {5, 4};
  private final Graphics2D graphics;

  Pen(Graphics2D graphics) {
    this.graphics = graphics;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  }

  /** White paper with a title. */
  void paper(double width, double height, String title) {
    graphics.setColor(Color.WHITE);
    graphics.fill(new Rectangle2D.Double(0, 0, width, height));
    words(title, new Spot(width / 2, 22), Font.BOLD, 15, Palette.INK);
  }

  /** Words with their middle there. */
  void words(String text, Spot middle, int face, int size, Color colour) {
    write(text, middle, face, size, colour, 0.5);
  }

  /** Words that end there. */
  void wordsBefore(String text, Spot end, int size) {
    write(text, end, Font.PLAIN, size, Palette.FAINT, 1);
  }

  /** Words that begin there. */
  void wordsFrom(String text, Spot begin, int size) {
    write(text, begin, Font.PLAIN, size, Palette.FAINT, 0);
  }

  private void write(String text, Spot at, int face, int size, Color colour, double left) {
    Font font = new Font(Font.SANS_SERIF, face, size);
    double width = font.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
    graphics.setFont(font);
    graphics.setColor(colour);
    graphics.drawString(text, (float) (at.x() - left * width), (float) (at.y() + 0.35 * size));
  }

  /** White behind words. */
  void clear(Box box) {
    graphics.setColor(Color.WHITE);
    graphics.fill(rectangle(box));
  }

  void arrow(Bow bow, double width) {
    graphics.setColor(Palette.FAINT);
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    Path2D line = new Path2D.Double();
    line.moveTo(bow.start().x(), bow.start().y());
    line.quadTo(bow.control().x(), bow.control().y(), bow.end().x(), bow.end().y());
    graphics.draw(line);
    graphics.fill(polygon(bow.head()));
  }

  /** The shape of a state with its number. */
  void state(Node node) {
    Color colour = Palette.colour(node.state().state());
    Shape shape = shape(node, node.radius());
    graphics.setColor(Color.WHITE);
    graphics.fill(shape);
    graphics.setColor(Palette.veiled(colour, 0.22));
    graphics.fill(shape);
    graphics.setColor(colour);
    graphics.setStroke(
        node.dashed()
            ? new BasicStroke(2.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4, DASH, 0)
            : new BasicStroke(2.6f));
    graphics.draw(shape);
    if (node.start()) {
      graphics.setStroke(new BasicStroke(1.4f));
      graphics.draw(shape(node, node.radius() - Node.RING));
    }
    words(String.valueOf(node.state().state()), node.centre(), Font.BOLD, 15, Palette.INK);
  }

  private static Shape shape(Node node, double radius) {
    Spot c = node.centre();
    return node.diamond()
        ? polygon(node.corners(radius))
        : new Ellipse2D.Double(c.x() - radius, c.y() - radius, 2 * radius, 2 * radius);
  }

  /** An area in the colour and hatching of a state, with its number if there is room. */
  void area(Box box, int state) {
    Color colour = Palette.colour(state);
    graphics.setColor(Palette.veiled(colour, 0.35));
    graphics.fill(rectangle(box));
    Graphics2D inside = (Graphics2D) graphics.create();
    inside.clip(rectangle(box));
    inside.setColor(colour);
    inside.setStroke(new BasicStroke(1f));
    inside.draw(Hatch.of(state).over(box));
    inside.dispose();
    if (box.width() >= RibbonLayout.ROOM_FOR_NUMBER) {
      clear(Box.around(box.middle(), 9, 11));
      words(String.valueOf(state), box.middle(), Font.BOLD, 10, Palette.INK);
    }
  }

  /** A filled rectangle. */
  void block(Box box, Color colour) {
    graphics.setColor(colour);
    graphics.fill(rectangle(box));
  }

  private static Rectangle2D rectangle(Box box) {
    return new Rectangle2D.Double(box.left(), box.top(), box.width(), box.height());
  }

  private static Path2D polygon(List<Spot> corners) {
    Path2D path = new Path2D.Double();
    path.moveTo(corners.get(0).x(), corners.get(0).y());
    corners.stream().skip(1).forEach(corner -> path.lineTo(corner.x(), corner.y()));
    path.closePath();
    return path;
  }
}
