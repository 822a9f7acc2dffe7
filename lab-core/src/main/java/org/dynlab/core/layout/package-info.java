/** What lies where in the flat parameter vector. */
package org.dynlab.core.layout;
