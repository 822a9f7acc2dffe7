package org.dynlab.analysis.statistics;

/**
 * One coefficient of a regression. Without residual degrees of freedom all but the estimate are
 * NaN.
 *
 * @param column name of the column it belongs to
 * @param estimate β̂
 * @param standardError √(s² (XᵀX)⁻¹) on the diagonal, s² = RSS/(N − rank)
 * @param t estimate / standardError
 * @param p two-sided, of Student's t with N − rank degrees of freedom
 * @param interval 95 %: estimate ± t(0.975; N − rank) · standardError
 */
public record Coefficient(
    String column, double estimate, double standardError, double t, double p, Interval interval) {}
