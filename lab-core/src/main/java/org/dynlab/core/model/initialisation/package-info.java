/**
 * How the parameters of single layers begin.
 *
 * <p>Start with {@link org.dynlab.core.model.initialisation.Initialisation}; {@link
 * org.dynlab.core.model.initialisation.InitialisationCatalogue} lists its members.
 */
package org.dynlab.core.model.initialisation;
