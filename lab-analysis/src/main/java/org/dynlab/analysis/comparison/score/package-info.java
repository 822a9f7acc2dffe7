/**
 * Arms compared by one number per run: interquartile means, probability of improvement, performance
 * profiles, effect sizes. Start with {@link org.dynlab.analysis.comparison.score.ScoreComparison};
 * a band over steps is {@link org.dynlab.analysis.comparison.score.InterquartileMean#band}.
 */
package org.dynlab.analysis.comparison.score;
