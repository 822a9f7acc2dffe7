/**
 * The run directory: the only contract between training and everything that reads its logs.
 *
 * <p>Start with the run directory: one folder per run with a manifest, the metric columns, an
 * append-only metric table and its timing. Nothing here knows a network.
 */
package org.dynlab.store;
