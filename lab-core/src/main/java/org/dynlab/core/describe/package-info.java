/**
 * Between YAML trees and immutable records: defaults, meanings, catalogues, and errors that name
 * place, rule, value and hint.
 */
package org.dynlab.core.describe;
