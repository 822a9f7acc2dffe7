/**
 * Claims judged on sweeps: from "eval reaches 0.9 late" to passed, failed or undecided with the
 * numbers. Start with {@link org.dynlab.analysis.claim.Verdict}.
 */
package org.dynlab.analysis.claim;
