/**
 * Training in processes of their own: a native crash takes its process along, not the sweep.
 *
 * <p>The launcher writes one {@link org.dynlab.app.worker.Assignment} per line to the worker's
 * standard input; the worker answers with {@link org.dynlab.app.worker.Message}s on its standard
 * output, one JSON object per line. Closing the input asks it to stop. Start with {@link
 * org.dynlab.app.worker.Worker}, the far end; {@link org.dynlab.app.worker.WorkerProcess} is the
 * near one. Only the far end loads the native libraries.
 */
package org.dynlab.app.worker;
