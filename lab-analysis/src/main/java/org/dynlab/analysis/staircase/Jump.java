package org.dynlab.analysis.staircase;

/**
 * A change that is quick beside what is around it.
 *
 * @param begins last step of the plateau before it
 * @param ends first step of the plateau after it
 * @param height by how much the quantity changed; negative for a drop
 */
public record Jump(double begins, double ends, double height) {

  /** Its middle. */
  public double step() {
    return (begins + ends) / 2;
  }
}
