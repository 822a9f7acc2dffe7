/**
 * How every room says that an input is wrong: where, what must hold, what was got, and a hint.
 * Start with {@link org.dynlab.store.problem.UserError}.
 */
package org.dynlab.store.problem;
