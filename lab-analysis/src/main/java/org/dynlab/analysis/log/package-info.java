/**
 * Anybody's logs: CSV files that any program has written, read into the sweep that figures,
 * comparisons and claims work on. Start with {@link org.dynlab.analysis.log.CsvLogs}.
 */
package org.dynlab.analysis.log;
