/**
 * What ends a run before its budget. A rule is a line of the experiment file; its state sees one
 * number after another. Start with {@link org.dynlab.core.experiment.stop.StopRule}.
 */
package org.dynlab.core.experiment.stop;
