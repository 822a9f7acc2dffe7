package org.dynlab.core.instrument;

/**
 * A hidden layer: a row of numbers per example.
 *
 * @param name as in the layout, e.g. {@code layer1}
 * @param width numbers per row
 */
public record Place(String name, int width) {}
