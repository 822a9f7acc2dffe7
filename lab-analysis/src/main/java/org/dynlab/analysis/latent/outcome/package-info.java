/**
 * When runs converge, and what the states they spend their rows in have to do with it (arXiv
 * 2308.09543, section 2.3): convergence times, bag-of-states regression, detours.
 */
package org.dynlab.analysis.latent.outcome;
