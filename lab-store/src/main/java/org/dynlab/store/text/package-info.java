/**
 * Lines, numbers and JSON as the files of the store spell them, read so that whatever stands in a
 * file is either understood or refused in a line. Start with {@link org.dynlab.store.text.Lines}
 * and {@link org.dynlab.store.text.Json}.
 */
package org.dynlab.store.text;
