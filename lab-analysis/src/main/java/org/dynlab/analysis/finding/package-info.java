/**
 * What an analysis found, as tables that can be printed, written as CSV or Markdown, and shown in
 * the report: the rooms of numbers stay free of words, and all outputs say the same. Start with
 * {@link org.dynlab.analysis.finding.Finding}.
 */
package org.dynlab.analysis.finding;
