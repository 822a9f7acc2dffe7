/**
 * The run directory: the only contract between training and everything that reads its logs.
 *
 * <p>One folder per run with a manifest, the metric columns, an append-only metric table and its
 * timing; one folder per experiment around them. Every writer has its reader beside it, and a
 * reader never needs the writer to be done. Nothing here knows a network. Start with {@link
 * org.dynlab.store.RunDirectory}, then {@link org.dynlab.store.ExperimentDirectory}. The format is
 * described field by field in {@code docs/run-directory.md}.
 *
 * <p>The rooms below: {@code problem} (what is wrong with an input), {@code disk} (every request to
 * change a file), {@code text} (lines, numbers, JSON), {@code table} (metrics and timing), {@code
 * claim} (what an experiment claims). Only {@code checkpoint} (parameters, to go on with) looks up
 * to here.
 */
package org.dynlab.store;
