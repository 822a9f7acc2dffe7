/**
 * Tasks whose inputs are pictures of digits: {@link org.dynlab.tasks.images.Mnist}, read first,
 * from the four public files, and {@link org.dynlab.tasks.images.Digits}, which the lab draws
 * itself, so that an image task runs on any machine at once.
 */
package org.dynlab.tasks.images;
