package org.dynlab.analysis.hmm.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does independent tasks on several threads; results come in the order of the tasks. */
final class Workers {
  private final int threads;

  Workers(int threads) {
    this.threads = threads;
  }

  /** The results; the first task's exception if any fails. */
  <T> List<T> results(List<Callable<T>> tasks) {
    ExecutorService service = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> futures = tasks.stream().map(service::submit).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } finally {
      service.shutdownNow();
    }
  }
}
