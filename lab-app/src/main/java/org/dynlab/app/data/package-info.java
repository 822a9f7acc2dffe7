/**
 * Getting public data sets: {@link org.dynlab.app.data.Fetch}, read first, tries one mirror after
 * the other until every file is there and is what it should be.
 */
package org.dynlab.app.data;
