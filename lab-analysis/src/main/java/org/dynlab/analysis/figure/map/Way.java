package org.dynlab.analysis.figure.map;

import java.math.BigDecimal;
import java.math.MathContext;
import org.dynlab.analysis.hmm.map.MapEdge;

/**
 * A way from state to state in the picture.
 *
 * @param width of its line
 * @param label where its probability stands
 */
public record Way(MapEdge edge, Bow bow, double width, Box label) {
  private static final MathContext TWO_DIGITS = new MathContext(2);
  private static final double LETTER = 7;
  private static final double AIR = 5;
  private static final double LINE = 15;

  static Way of(MapEdge edge, Node from, Node to, double bend) {
    double width = width(edge.shareOfRuns());
    Bow bow = Bow.between(from, to, bend, width);
    double length = text(edge.probability()).length() * LETTER;
    return new Way(edge, bow, width, Box.around(bow.at(0.5), length, LINE));
  }

  /** Of the line of a way that this share of runs took. */
  public static double width(double share) {
    return 1.2 + 5.8 * share;
  }

  /** Its probability with two digits. */
  public String text() {
    return text(edge.probability());
  }

  private static String text(double probability) {
    return new BigDecimal(probability).round(TWO_DIGITS).stripTrailingZeros().toPlainString();
  }

  /** A rectangle that holds its curve and its label with some air. */
  Box reach() {
    Box ends = Box.around(bow.start(), 0, 0).with(Box.around(bow.end(), 0, 0));
    return ends.with(Box.around(bow.control(), 0, 0)).with(label).grown(AIR);
  }

  Way moved(double dx, double dy) {
    return new Way(edge, bow.moved(dx, dy), width, label.moved(dx, dy));
  }
}
