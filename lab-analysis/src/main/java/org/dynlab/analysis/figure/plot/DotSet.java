package org.dynlab.analysis.figure.plot;

import java.util.List;
import org.dynlab.analysis.figure.draw.LineLook;

/**
 * Dots that belong together, joined by a line from left to right.
 *
 * @param look its name and how it is told from the others
 */
public record DotSet(LineLook look, List<Dot> dots) {

  /** Copies the list. */
  public DotSet {
    dots = List.copyOf(dots);
  }
}
