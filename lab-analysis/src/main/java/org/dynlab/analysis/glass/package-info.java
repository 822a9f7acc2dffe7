/**
 * Training looked at as the relaxation of a glass: how curves decay, how parameters move, whether
 * replicas (seeds) go together, what slow cooling does. Start with {@link
 * org.dynlab.analysis.glass.Relaxations}; {@link org.dynlab.analysis.glass.Mobility}, {@link
 * org.dynlab.analysis.glass.Replicas} and {@link org.dynlab.analysis.glass.Cooling} stand by
 * themselves.
 */
package org.dynlab.analysis.glass;
