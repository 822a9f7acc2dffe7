/**
 * Between YAML trees and immutable records: defaults, meanings, catalogues, and errors that name
 * place, rule, value and hint. A {@link org.dynlab.core.describe.YamlSource} gives a tree, {@link
 * org.dynlab.core.describe.RecordReader} (read it first) binds it, {@link
 * org.dynlab.core.describe.RecordWriter} goes back with every default resolved.
 */
package org.dynlab.core.describe;
