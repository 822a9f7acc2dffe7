/**
 * How a sweep looks while it runs. {@link org.dynlab.app.progress.Tally} knows how far it is;
 * {@link org.dynlab.app.progress.ProgressLines} prints plain lines of it, {@link
 * org.dynlab.app.progress.ProgressBars} draws on a terminal. Start with the tally.
 */
package org.dynlab.app.progress;
