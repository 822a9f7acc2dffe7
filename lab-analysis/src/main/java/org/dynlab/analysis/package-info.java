/**
 * What the logs say: everything here is computed from run directories alone, never from a network.
 *
 * <p>Start with {@link org.dynlab.analysis.Sweep}: all runs of an experiment grouped into arms,
 * with a reason for every run that does not count. Curves, claims, figures and reports are made of
 * it.
 */
package org.dynlab.analysis;
