/**
 * Losses of network outputs: what examples should be answered with, and how far outputs are from
 * that.
 *
 * <p>Start with {@link org.dynlab.core.loss.Loss}, the list a model chooses from, and {@link
 * org.dynlab.core.loss.Answers}. {@link org.dynlab.core.loss.PortableLoss} has the formulas in
 * their plainest form; {@link org.dynlab.core.loss.DoubleLoss} and {@link
 * org.dynlab.core.loss.FloatLoss} give the same numbers, column after column. Knows only the
 * exponentials of {@code activation}.
 */
package org.dynlab.core.loss;
