/**
 * Links that change a gradient before an optimizer sees it, or hold an update to a constraint after
 * it. Start with {@link org.dynlab.optim.gradient.ClipByGlobalNorm}.
 */
package org.dynlab.optim.gradient;
