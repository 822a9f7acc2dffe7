/**
 * Models: what learns, described as records. A model and a task's examples make a {@link
 * org.dynlab.core.network.Network}.
 *
 * <p>Start with {@link org.dynlab.core.model.Model}, then {@link org.dynlab.core.model.Mlp}, whose
 * configuration is a plain Deeplearning4j one. How parameters begin is said in {@code
 * model.initialisation} and {@code model.firstlayer}, which know nothing of models.
 */
package org.dynlab.core.model;
