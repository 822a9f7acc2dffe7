/**
 * How the training loss bends around the parameters. Start with {@link
 * org.dynlab.instrument.curvature.Hessian}.
 */
package org.dynlab.instrument.curvature;
