/**
 * The work of one call on an experiment: which engine does which runs, how it is stopped, what all
 * show in the end. Start with {@link org.dynlab.app.session.SweepSession}.
 */
package org.dynlab.app.session;
