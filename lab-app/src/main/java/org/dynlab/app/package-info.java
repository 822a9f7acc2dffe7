/**
 * The composition root: the only room that sees all others. {@link org.dynlab.app.Lab} is the
 * program behind {@code ./lab}; each of its verbs is one class. Read {@link
 * org.dynlab.app.verb.RunVerb} first. The process that runs here never loads the native libraries;
 * that is what {@link org.dynlab.app.worker} is for.
 */
package org.dynlab.app;
