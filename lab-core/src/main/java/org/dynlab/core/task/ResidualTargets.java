package org.dynlab.core.task;

import java.util.List;
import java.util.Optional;

/**
 * Points at which equations should hold. Row i belongs to one {@link Term}; the loss of a batch is
 * Σ over terms of weight · mean over the term's rows of r², as in physics-informed networks
 * (Raissi, Perdikaris and Karniadakis 2019, doi:10.1016/j.jcp.2018.10.045).
 */
public final class ResidualTargets implements Targets {
  private final Jet jet;
  private final List<Term> terms;
  private final int[] termOfRow;
  private final DenseFeatures known;
  private final double meanSquare;

  /**
   * One group of points with its equation.
   *
   * @param name e.g. {@code interior}, {@code boundary}
   * @param weight factor on the mean squared residual
   * @param residual the equation
   */
  public record Term(String name, double weight, Residual residual) {}

  /**
   * @param jet the channels the residuals read
   * @param terms the equations
   * @param termOfRow [n], the term each row belongs to; copied
   * @param known [n, k], what the residuals are given of each point
   * @param meanSquare mean squared exact solution over the rows, if r is the error of a solution;
   *     otherwise NaN
   */
  public ResidualTargets(
      Jet jet, List<Term> terms, int[] termOfRow, DenseFeatures known, double meanSquare) {
    if (known.rows() != termOfRow.length) {
      throw new IllegalArgumentException(
          known.rows() + " rows of known numbers for " + termOfRow.length + " points");
    }
    this.jet = jet;
    this.terms = List.copyOf(terms);
    this.termOfRow = termOfRow.clone();
    this.known = known;
    this.meanSquare = meanSquare;
  }

  /** The channels the residuals read. */
  public Jet jet() {
    return jet;
  }

  /** The equations. */
  public List<Term> terms() {
    return terms;
  }

  /** Number of the term that row belongs to. */
  public int term(int row) {
    return termOfRow[row];
  }

  /** What the residuals are given of each point: [n, k]. */
  public DenseFeatures known() {
    return known;
  }

  @Override
  public int rows() {
    return termOfRow.length;
  }

  /** Only for one equation: several are means over the rows of each term. */
  @Override
  public boolean rowByRow() {
    return terms.size() == 1;
  }

  @Override
  public boolean judged() {
    return false;
  }

  @Override
  public double meanSquare() {
    return meanSquare;
  }

  /** Residuals of one set have nothing to do with those of another. */
  @Override
  public Optional<Targets> followedBy(Targets next) {
    return Optional.empty();
  }

  /** The rows chosen; the mean square of the whole stands for them too. */
  @Override
  public ResidualTargets select(int[] rows) {
    int[] chosen = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = termOfRow[rows[i]];
    }
    return new ResidualTargets(jet, terms, chosen, known.select(rows), meanSquare);
  }
}
