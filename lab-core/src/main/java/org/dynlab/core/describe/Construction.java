package org.dynlab.core.describe;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/** Calls the canonical constructor of a record. */
final class Construction {
  private Construction() {}

  /** The record of these components; a {@link UserError} of its constructor passes through. */
  static Object of(Class<?> record, Object... arguments) {
    Class<?>[] types =
        Arrays.stream(record.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = record.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("cannot make " + record, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + record, e);
    }
  }

  /**
   * The problems a record has whichever candidates it is made of, apart from those of the {@code
   * failed} components themselves. A problem that only some candidates bring about is theirs.
   */
  static Set<Problem> problemsWhatever(
      Class<?> record, List<List<Object>> candidates, List<String> failed) {
    int rounds = candidates.stream().mapToInt(List::size).max().orElse(0);
    Set<Problem> common = null;
    for (int round = 0; round < rounds; round++) {
      Optional<List<Problem>> problems = problems(record, candidates, round);
      if (common == null) {
        common = problems.map(LinkedHashSet::new).orElse(null);
      } else {
        problems.ifPresent(common::retainAll);
      }
    }
    Set<Problem> told = common == null ? new LinkedHashSet<>() : common;
    told.removeIf(problem -> failed.contains(component(problem)));
    return told;
  }

  /** Nothing if the constructor stumbles over a candidate that it never expected to see. */
  private static Optional<List<Problem>> problems(
      Class<?> record, List<List<Object>> candidates, int round) {
    Object[] arguments =
        candidates.stream().map(values -> values.get(round % values.size())).toArray();
    try {
      of(record, arguments);
      return Optional.of(List.of());
    } catch (UserError error) {
      return Optional.of(error.problems());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static String component(Problem problem) {
    return problem.where().split("[.\\[]", 2)[0];
  }
}
