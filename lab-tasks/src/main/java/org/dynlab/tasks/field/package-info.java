/**
 * Functions of position that are wanted from points: functions to be fitted, and solutions of
 * differential equations that are known only by their equation and their values at the edge.
 *
 * <p>A differential equation is posed as in physics-informed networks (Raissi, Perdikaris and
 * Karniadakis 2019, doi:10.1016/j.jcp.2018.10.045): the train set holds collocation points with
 * residuals, the eval set a grid with the exact or computed solution, so that {@code eval.loss} is
 * the mean squared error. Start with {@link org.dynlab.tasks.field.Heat}; {@link
 * org.dynlab.tasks.field.Collocation} is what all equations share.
 */
package org.dynlab.tasks.field;
