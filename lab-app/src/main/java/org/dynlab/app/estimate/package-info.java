/**
 * What an experiment will take, told before anything is written. Start with {@link
 * org.dynlab.app.estimate.Estimate}.
 */
package org.dynlab.app.estimate;
