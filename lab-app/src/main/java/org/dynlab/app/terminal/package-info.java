/**
 * What the lab says to a terminal and to the shell: streams, exit codes, lines of failures, tables.
 * Start with {@link org.dynlab.app.terminal.Console}.
 */
package org.dynlab.app.terminal;
