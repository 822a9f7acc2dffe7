/**
 * Runs that are watched by what earlier runs foretell. Start with {@link
 * org.dynlab.app.pruning.Pruner}.
 */
package org.dynlab.app.pruning;
