/**
 * First layers that begin as different functions of the input as they can be, fitted to where the
 * training inputs lie.
 *
 * <p>Start with {@link org.dynlab.core.model.firstlayer.FirstLayer}; {@link
 * org.dynlab.core.model.firstlayer.FirstLayerCatalogue} lists its members.
 */
package org.dynlab.core.model.firstlayer;
