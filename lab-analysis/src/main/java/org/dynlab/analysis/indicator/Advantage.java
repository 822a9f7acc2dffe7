package org.dynlab.analysis.indicator;

/**
 * By how much one column tells the gap better than another: the difference of Spearman's
 * correlations of last values over the same runs, |ρ| of the one less |ρ| of the other, with the
 * interval of a paired bootstrap over runs within arms. The other is the best of several in this
 * very sample, which flatters it a little.
 *
 * @param column the one
 * @param other the other
 * @param difference positive where the one tells more
 * @param low lower limit of 95 %
 * @param high upper limit
 */
public record Advantage(String column, String other, double difference, double low, double high) {}
