package org.dynlab.app.terminal;

import java.io.PrintStream;

/**
 * Where a call of the lab speaks to its user.
 *
 * @param out results
 * @param err problems and progress
 * @param width columns of the terminal that {@code err} is, 0 if it is none
 */
public record Console(PrintStream out, PrintStream err, int width) {}
