/**
 * Working off the plan of an experiment: what is still to do, who does it, what happened.
 *
 * <p>Start with {@link org.dynlab.app.sweep.SweepEngine}, which keeps one worker process per job
 * busy; {@link org.dynlab.app.sweep.Standing} says which runs are left to do, and {@link
 * org.dynlab.app.sweep.SweepListener} hears everything that happens.
 */
package org.dynlab.app.sweep;
