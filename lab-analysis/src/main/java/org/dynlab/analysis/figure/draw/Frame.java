package org.dynlab.analysis.figure.draw;

/**
 * The two axes of a picture.
 *
 * @param across from left to right
 * @param up from bottom to top
 */
public record Frame(Axis across, Axis up) {}
