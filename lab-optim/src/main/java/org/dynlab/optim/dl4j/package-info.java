/**
 * The rules of this module for plain Deeplearning4j networks, trained by their own {@code fit}.
 * Start with {@link org.dynlab.optim.dl4j.RuleUpdater}.
 */
package org.dynlab.optim.dl4j;
