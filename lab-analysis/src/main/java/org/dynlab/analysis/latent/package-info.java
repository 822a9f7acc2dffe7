/**
 * What latent states have to do with how long runs take (arXiv 2308.09543, sections 2.3 and 3.4):
 * convergence times, their regression on the states, detours, how unlike paths are, and how early a
 * path tells that its run will be late. Start with {@link org.dynlab.analysis.latent.LatentStudy}.
 */
package org.dynlab.analysis.latent;
