/**
 * The training map: the states that runs pass through, the ways between them, and what changes on
 * each way (arXiv 2308.09543, sections 2.2 and appendix A).
 *
 * <p>Start with {@link org.dynlab.analysis.hmm.map.TrainingMap}; {@link
 * org.dynlab.analysis.hmm.map.PosteriorGradient} is the formula behind the annotation of edges.
 */
package org.dynlab.analysis.hmm.map;
