package org.dynlab.core.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.dynlab.core.describe.Checks;

/** The steps at which something is measured. Step 0 is before the first update. */
public sealed interface Cadence {

  /** Says for every step of a run of {@code steps} updates whether it is due; ask it once a run. */
  LongPredicate over(long steps);

  /** How many steps of a run of {@code steps} updates are due. */
  long count(long steps);

  /** In words, e.g. {@code every 10}. */
  String words();

  /** True if {@code step} of a run of {@code steps} updates is due. */
  default boolean due(long step, long steps) {
    return over(steps).test(step);
  }

  /** Steps 0, n, 2n, ... */
  record Every(long every) implements Cadence {
    /** Checks the range. */
    public Every {
      new Checks().that(every >= 1, "every", "must be >= 1", every).done();
    }

    @Override
    public LongPredicate over(long steps) {
      return step -> step % every == 0;
    }

    @Override
    public long count(long steps) {
      return steps / every + 1;
    }

    @Override
    public String words() {
      return "every " + every;
    }
  }

  /**
   * That many different steps: 0 first, the end of the budget last, the others from 1 on in equal
   * ratios as far as whole numbers allow: s_{k+1} = max(s_k + 1, round(s_k (T / s_k)^{1/r})) with T
   * the budget and r the number of steps still to choose. Every step if there are not enough.
   */
  record LogSpaced(int logSpaced) implements Cadence {
    /** Checks the range. */
    public LogSpaced {
      new Checks().range("logSpaced", logSpaced, 2, 1_000_000).done();
    }

    @Override
    public LongPredicate over(long steps) {
      return logSpaced > steps ? step -> step <= steps : chosen(steps)::contains;
    }

    private Set<Long> chosen(long steps) {
      Set<Long> chosen = after(0, logSpaced - 1, steps);
      chosen.add(0L);
      return chosen;
    }

    /** That many steps behind {@code first}, in equal ratios, the last at the end. */
    private static Set<Long> after(long first, int count, long steps) {
      Set<Long> chosen = new HashSet<>();
      long last = first;
      for (int left = count; left > 0; left--) {
        last = left == 1 ? steps : Math.max(last + 1, next(last, steps, left));
        chosen.add(last);
      }
      return chosen;
    }

    private static long next(long last, long steps, int left) {
      return last == 0 ? 1 : Math.round(last * StrictMath.pow((double) steps / last, 1.0 / left));
    }

    @Override
    public long count(long steps) {
      return Math.min(logSpaced, steps + 1);
    }

    @Override
    public String words() {
      return logSpaced + " log-spaced";
    }
  }

  /**
   * Steps 0 to {@code first}, then that many different ones in equal ratios, as {@link LogSpaced}
   * has them, the last at the end of the budget.
   */
  record FirstThenLogSpaced(int first, int logSpaced) implements Cadence {
    /** Checks the ranges. */
    public FirstThenLogSpaced {
      new Checks()
          .range("first", first, 1, 1_000_000_000)
          .range("logSpaced", logSpaced, 1, 1_000_000)
          .done();
    }

    @Override
    public LongPredicate over(long steps) {
      if (first + (long) logSpaced > steps) {
        return step -> step <= steps;
      }
      Set<Long> later = LogSpaced.after(first, logSpaced, steps);
      return step -> step <= first || later.contains(step);
    }

    @Override
    public long count(long steps) {
      return Math.min(first + 1L + logSpaced, steps + 1);
    }

    @Override
    public String words() {
      return "the first " + first + ", then " + logSpaced + " log-spaced";
    }
  }

  /** A tenth of the budget, half of it, nine tenths: the state early, midway and late. */
  record Phases() implements Cadence {
    private static final List<Double> SHARES = List.of(0.1, 0.5, 0.9);

    @Override
    public LongPredicate over(long steps) {
      return chosen(steps)::contains;
    }

    private static Set<Long> chosen(long steps) {
      Set<Long> chosen = new HashSet<>();
      SHARES.forEach(share -> chosen.add(Math.max(1, Math.round(share * steps))));
      return chosen;
    }

    @Override
    public long count(long steps) {
      return chosen(steps).size();
    }

    @Override
    public String words() {
      return "early, midway and late";
    }
  }

  /** The listed steps. */
  record At(List<Long> at) implements Cadence {
    /** Checks that they rise from 0 or more, copies the list. */
    public At {
      at = List.copyOf(at);
      Checks checks = new Checks().that(!at.isEmpty(), "at", "must list at least one step", "[]");
      for (int i = 0; i < at.size(); i++) {
        long low = i == 0 ? 0 : at.get(i - 1) + 1;
        checks.that(at.get(i) >= low, "at[" + i + "]", "must be >= " + low, at.get(i));
      }
      checks.done();
    }

    @Override
    public LongPredicate over(long steps) {
      return new HashSet<>(at)::contains;
    }

    @Override
    public long count(long steps) {
      return at.stream().filter(step -> step <= steps).count();
    }

    @Override
    public String words() {
      List<String> listed = new ArrayList<>();
      at.forEach(step -> listed.add(String.format(Locale.ROOT, "%d", step)));
      return listed.stream().collect(Collectors.joining(" ", "at ", ""));
    }
  }
}
