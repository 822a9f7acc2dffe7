/**
 * Models: what learns, described as records. A model and a task's examples make a {@link
 * org.dynlab.core.network.Network}.
 *
 * <p>Start with {@link org.dynlab.core.model.Model}, then {@link org.dynlab.core.model.Mlp}, whose
 * configuration is a plain Deeplearning4j one.
 */
package org.dynlab.core.model;
