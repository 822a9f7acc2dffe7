/**
 * How many states: fits with 1 to K states held against each other on runs that were held out.
 *
 * <p>Start with {@link org.dynlab.analysis.hmm.selection.ModelSelection}; {@link
 * org.dynlab.analysis.hmm.selection.ClusterBaseline} is the same for k-means.
 */
package org.dynlab.analysis.hmm.selection;
