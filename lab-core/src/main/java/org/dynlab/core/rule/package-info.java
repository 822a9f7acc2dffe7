/**
 * The algebra of update rules: immutable descriptions that compose in chains, and the working state
 * one run owns. Start with {@link org.dynlab.core.rule.UpdateRule}; the rules themselves live in
 * lab-optim.
 */
package org.dynlab.core.rule;
