package org.dynlab.analysis.figure.plot;

/**
 * One number.
 *
 * @param low lower end of its interval, NaN if it has none
 * @param high upper end, NaN if it has none
 * @param text the number with its interval in words
 */
public record Dot(double x, double y, double low, double high, String text) {}
