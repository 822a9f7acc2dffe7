package org.dynlab.analysis.finding;

import java.util.List;

/**
 * What one kind of analysis says of one arm, or of all arms together.
 *
 * @param id a word for files and links, letters, digits and {@code -}; unique within an analysis
 * @param title e.g. {@code Latent states of optimizer=adamw}
 * @param reading how to read it: definitions, what the intervals are, sources
 * @param arm name of the arm, {@value #ALL} if it is of all together
 * @param numbers what claims can be made on
 * @param tables its numbers; may be empty if the notes say why
 * @param notes what was left out and why, and what else must be known
 */
public record Finding(
    String id,
    String title,
    String reading,
    String arm,
    List<FoundNumber> numbers,
    List<DataTable> tables,
    List<String> notes) {
  /** In place of an arm's name. */
  public static final String ALL = "all arms";

  /** Copies the lists. */
  public Finding {
    numbers = List.copyOf(numbers);
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }
}
