package org.dynlab.analysis.figure.draw;

import java.awt.Graphics2D;
import java.util.function.Consumer;

/**
 * A static figure.
 *
 * @param width in pixels
 * @param height in pixels
 * @param painter draws it, on white paper
 */
public record Picture(int width, int height, Consumer<Graphics2D> painter) {}
