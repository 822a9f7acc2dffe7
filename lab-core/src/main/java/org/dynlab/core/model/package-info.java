/**
 * Models: what learns. Start with {@link org.dynlab.core.model.Model}, a description, and {@link
 * org.dynlab.core.model.Network}, the Deeplearning4j network built from it, seen as one flat
 * parameter vector.
 */
package org.dynlab.core.model;
