/**
 * What the way that training takes adds to the gap between training and evaluation. Start with
 * {@link org.dynlab.instrument.trajectory.Trajectory}.
 */
package org.dynlab.instrument.trajectory;
