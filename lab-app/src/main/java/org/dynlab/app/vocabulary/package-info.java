/**
 * The catalogues of all rooms as one language, and what experiments written in it are checked for
 * beyond their form. Start with {@link org.dynlab.app.vocabulary.Vocabulary}.
 */
package org.dynlab.app.vocabulary;
