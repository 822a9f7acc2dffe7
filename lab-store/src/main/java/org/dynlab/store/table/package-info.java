/**
 * Tables that grow while a run goes on, and the columns they have: metrics and timing, each writer
 * with its reader beside it. Start with {@link org.dynlab.store.table.MetricTable}.
 */
package org.dynlab.store.table;
