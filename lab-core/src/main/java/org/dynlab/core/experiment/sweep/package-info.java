/**
 * Points of a sweep that are drawn instead of listed. Start with {@link
 * org.dynlab.core.experiment.sweep.RandomPoints}.
 */
package org.dynlab.core.experiment.sweep;
