/**
 * What an experiment claims of its runs, as it is written down and stored. Start with {@link
 * org.dynlab.store.claim.Claim}; whether it holds, the analysis says.
 */
package org.dynlab.store.claim;
