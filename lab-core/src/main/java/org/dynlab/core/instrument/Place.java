package org.dynlab.core.instrument;

/**
 * A place inside a network that holds a row of numbers per example.
 *
 * @param name as in the layout, e.g. {@code layer1}; {@code input} for the network's own
 * @param width numbers per row
 */
public record Place(String name, int width) {}
