/**
 * Groups of rows without regard to their order: where a model's means begin, and the paper's
 * baseline without time.
 *
 * <p>Start with {@link org.dynlab.analysis.hmm.cluster.KMeans}; {@link
 * org.dynlab.analysis.hmm.cluster.SphericalMixture} scores what it finds.
 */
package org.dynlab.analysis.hmm.cluster;
