/**
 * Curves over steps: which columns stand together in one panel, in which looks, with the band of
 * their mean and every single run. Start with {@link org.dynlab.analysis.figure.step.Panels}.
 */
package org.dynlab.analysis.figure.step;
