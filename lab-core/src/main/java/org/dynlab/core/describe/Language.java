package org.dynlab.core.describe;

import java.util.List;
import java.util.Optional;

/**
 * Everything that can be written beyond plain records: the families that {@code kind:} chooses from
 * and the types with a notation of their own.
 */
public record Language(List<Catalogue<?>> catalogues, List<Notation<?>> notations) {

  /** Copies the lists. */
  public Language {
    catalogues = List.copyOf(catalogues);
    notations = List.copyOf(notations);
  }

  /** The catalogue of that family. */
  public Optional<Catalogue<?>> family(Class<?> type) {
    for (Catalogue<?> catalogue : catalogues) {
      if (catalogue.type() == type) {
        return Optional.of(catalogue);
      }
    }
    return Optional.empty();
  }

  /** The first catalogue that lists that record. */
  public Optional<Catalogue<?>> listing(Class<?> record) {
    for (Catalogue<?> catalogue : catalogues) {
      if (catalogue.lists(record)) {
        return Optional.of(catalogue);
      }
    }
    return Optional.empty();
  }

  /** The notation of that very type. */
  public Optional<Notation<?>> notation(Class<?> type) {
    for (Notation<?> notation : notations) {
      if (notation.type() == type) {
        return Optional.of(notation);
      }
    }
    return Optional.empty();
  }
}
