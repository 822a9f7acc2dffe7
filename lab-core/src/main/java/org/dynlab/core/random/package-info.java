/**
 * Randomness: a tree of named, counter-based streams. Start with {@link
 * org.dynlab.core.random.SeedTree}. Every random number of a run comes from here.
 */
package org.dynlab.core.random;
