/**
 * The report of a sweep: one HTML file that needs no network; its look and behaviour are resources.
 */
package org.dynlab.analysis.report;
