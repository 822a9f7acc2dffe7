/**
 * The one place where the lab changes files and folders, request by request to the operating
 * system, so that tests can see what happens when any of these requests fails. Start with {@link
 * org.dynlab.store.disk.Disk}.
 */
package org.dynlab.store.disk;
