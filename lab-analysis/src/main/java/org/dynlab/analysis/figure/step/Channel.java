package org.dynlab.analysis.figure.step;

/**
 * One column shown in a panel.
 *
 * @param column its name in the metric table
 * @param label its short name in the legend, e.g. {@code eval}
 */
public record Channel(String column, String label) {}
