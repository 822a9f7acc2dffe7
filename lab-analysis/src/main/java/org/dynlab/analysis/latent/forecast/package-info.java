/**
 * How early a path of states tells that its run will be late: judged on finished runs that are left
 * out one by one, and as a model that reads the rows of runs to come. Start with {@link
 * org.dynlab.analysis.latent.forecast.Forecast}.
 */
package org.dynlab.analysis.latent.forecast;
