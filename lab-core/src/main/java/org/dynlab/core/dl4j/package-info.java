/** Deeplearning4j networks that are not the lab's, as the lab's rooms see them. */
package org.dynlab.core.dl4j;
