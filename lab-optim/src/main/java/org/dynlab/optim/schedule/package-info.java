/**
 * Numbers that change with the number of the update: learning rates and temperatures. Start with
 * {@link org.dynlab.optim.schedule.Cosine}.
 */
package org.dynlab.optim.schedule;
