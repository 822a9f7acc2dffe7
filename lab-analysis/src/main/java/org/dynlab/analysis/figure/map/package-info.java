/**
 * Training maps and ribbons of states as pictures. Start with {@link
 * org.dynlab.analysis.figure.map.MapLayout} and {@link
 * org.dynlab.analysis.figure.map.RibbonLayout}: they say what stands where, for the page and for
 * static figures alike.
 */
package org.dynlab.analysis.figure.map;
