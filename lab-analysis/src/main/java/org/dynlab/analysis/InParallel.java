package org.dynlab.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/**
 * Does the same to many files, a few of them at once: as many as there are processors, at most
 * {@value #MOST_AT_ONCE}, for each of them is in memory while it is read.
 */
public final class InParallel {
  private static final int MOST_AT_ONCE = 4;
  private static final int MOST_PROBLEMS = 10;

  private InParallel() {}

  /**
   * The results in the order of the items. Where some items have users' errors, these are thrown as
   * one when all items are done: the first ones, and how many more there are.
   */
  public static <T, R> List<R> map(List<T> items, Function<T, R> work) {
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_AT_ONCE);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<R>> calls = new ArrayList<>();
      items.forEach(item -> calls.add(() -> work.apply(item)));
      return results(pool.invokeAll(calls));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while files were read", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static <R> List<R> results(List<Future<R>> done) throws InterruptedException {
    List<R> results = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Future<R> each : done) {
      try {
        results.add(each.get());
      } catch (ExecutionException e) {
        problems.addAll(problems(e.getCause()));
      }
    }
    if (!problems.isEmpty()) {
      throw new UserError(first(problems));
    }
    return results;
  }

  private static List<Problem> problems(Throwable thrown) {
    if (thrown instanceof UserError error) {
      return error.problems();
    } else if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  private static List<Problem> first(List<Problem> problems) {
    if (problems.size() <= MOST_PROBLEMS) {
      return problems;
    }
    List<Problem> first = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
    int more = problems.size() - MOST_PROBLEMS;
    first.add(new Problem("other files", "must be right too", more + " more problems"));
    return first;
  }
}
