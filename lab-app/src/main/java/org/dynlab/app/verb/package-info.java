/**
 * The verbs of the command line with their options, each one class. Start with {@link
 * org.dynlab.app.verb.RunVerb}.
 */
package org.dynlab.app.verb;
