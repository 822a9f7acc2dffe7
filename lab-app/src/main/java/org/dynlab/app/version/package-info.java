/**
 * Which code this is, and how a process elsewhere starts the same. Start with {@link
 * org.dynlab.app.version.CodeVersion}.
 */
package org.dynlab.app.version;
