/**
 * The user's own data: {@link org.dynlab.tasks.table.CsvTable}, read first, names the columns of a
 * CSV file; {@link org.dynlab.tasks.table.CsvRows} reads them, bounded in memory and with every
 * problem told by its line.
 */
package org.dynlab.tasks.table;
