package org.dynlab.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.dynlab.core.experiment.Probe;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.model.Precision;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Task;
import org.dynlab.core.train.StandingView;
import org.dynlab.instrument.InstrumentCatalogue;
import org.dynlab.tasks.Encoding;
import org.dynlab.tasks.ModularArithmetic;
import org.dynlab.tasks.Operation;

/**
 * What instruments cost on D1 (4704 of 9409 pairs mod 97, 194-500-97), one thread. Arguments:
 * {@code share wall|cpu steps}: the median step with a preset or instrument measuring at every
 * step, against the median bare step before and after it, {@code
 * share,probe,encoding,bare_ms,watched_ms, share}. Or {@code each seconds}: median processor time
 * of one measurement and bytes allocated on the heap by it, for every kind with its defaults,
 * {@code each,kind,us,bytes,measurements}.
 */
public final class InstrumentBenchmark {
  private static final List<String> SHARED =
      List.of(
          "{kind: economy}",
          "{kind: standard}",
          "{kind: weightStatistics, singularValues: false}",
          "{kind: weightStatistics, singularValues: true}",
          "{kind: movement}",
          "{kind: gradientNorms}",
          "{kind: epsilonRank, epsilon: [1.0e-6]}",
          "{kind: epsilonRank, epsilon: [1.0e-6], probes: 512}",
          "{kind: binnedInformation, grid: width, width: 0.5, unitRms: true, probes: 512}",
          "{kind: lossAndAccuracy}");
  private static final ExperimentLanguage LANGUAGE =
      new ExperimentLanguage(List.of(InstrumentCatalogue.catalogue()));

  private InstrumentBenchmark() {}

  /** Runs one of the two. */
  public static void main(String[] args) {
    if (args[0].equals("share")) {
      shares(args[1].equals("cpu"), Integer.parseInt(args[2]));
    } else {
      each(Double.parseDouble(args[1]));
    }
  }

  private static List<Probe> probes(String text) {
    Probe probe = LANGUAGE.reader().read(new YamlSource("bench", text).value(), Probe.class, "");
    return Probe.expand(List.of(probe));
  }

  private static Task task(Encoding encoding) {
    return new ModularArithmetic(Operation.ADD, 97, 0.5, encoding);
  }

  private static void shares(boolean processor, int steps) {
    for (Encoding encoding : List.of(Encoding.TOKENS, Encoding.ONE_HOT)) {
      for (String text : SHARED) {
        double before = median(task(encoding), List.of(), steps, processor);
        double watched = median(task(encoding), probes(text), steps, processor);
        double bare = (before + median(task(encoding), List.of(), steps, processor)) / 2;
        System.out.printf(
            Locale.ROOT,
            "share,%s,%s,%.3f,%.3f,%.3f%n",
            text.replace(',', ';'),
            encoding,
            bare,
            watched,
            watched / bare - 1);
      }
    }
  }

  private static double median(Task task, List<Probe> probes, int steps, boolean processor) {
    StepClock clock = new StepClock(processor, steps / 2, steps);
    Bench.run(task, Bench.quadratic(500), probes, steps + steps / 2, clock);
    return clock.median();
  }

  private static void each(double seconds) {
    SeedTree seeds = new SeedTree(0);
    StandingView standing =
        new StandingView(
            Bench.quadratic(500), task(Encoding.TOKENS).prepare(seeds), Precision.FLOAT, seeds);
    double[] parameters = standing.parameters();
    for (String kind : InstrumentCatalogue.catalogue().kinds()) {
      for (Probe probe : probes("{kind: " + kind + "}")) {
        Gauge gauge = probe.instrument().begin(standing.subject());
        String name = probe.instrument().getClass().getSimpleName();
        if (name.toLowerCase(Locale.ROOT).equals(kind.toLowerCase(Locale.ROOT))) {
          measure(kind, gauge, standing, parameters, seconds);
        }
      }
    }
  }

  private static void measure(
      String kind, Gauge gauge, StandingView standing, double[] parameters, double seconds) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long end = System.nanoTime() + (long) (seconds * 1e9);
    double[] times = new double[10_000];
    double bytes = Double.NaN;
    int count = 0;
    for (int step = 1; count < 3 || (count < times.length && System.nanoTime() < end); step++) {
      parameters[step % parameters.length] += 1e-6;
      StepView view = standing.at(step, parameters);
      long allocated = threads.getCurrentThreadAllocatedBytes();
      long begin = threads.getCurrentThreadCpuTime();
      gauge.follow(view);
      double[] unused = gauge.measure(view);
      times[count++] = (threads.getCurrentThreadCpuTime() - begin) * 1e-3;
      bytes = threads.getCurrentThreadAllocatedBytes() - allocated;
    }
    double[] sorted = Arrays.copyOf(times, count);
    Arrays.sort(sorted);
    System.out.printf(Locale.ROOT, "each,%s,%.0f,%.0f,%d%n", kind, sorted[count / 2], bytes, count);
  }
}
