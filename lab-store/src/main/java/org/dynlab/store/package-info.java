/**
 * The run directory: the only contract between training and everything that reads its logs.
 *
 * <p>One folder per run with a manifest, the metric columns, an append-only metric table and its
 * timing; one folder per experiment around them. Every writer has its reader beside it, and a
 * reader never needs the writer to be done. Nothing here knows a network. Start with {@link
 * org.dynlab.store.RunDirectory}, then {@link org.dynlab.store.ExperimentDirectory}; {@link
 * org.dynlab.store.UserError} is how every room says that an input is wrong. The format is
 * described field by field in {@code docs/run-directory.md}.
 */
package org.dynlab.store;
