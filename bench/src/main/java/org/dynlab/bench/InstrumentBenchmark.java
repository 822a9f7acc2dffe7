package org.dynlab.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dynlab.core.experiment.Cadence;
import org.dynlab.core.experiment.Probe;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.task.Task;
import org.dynlab.instrument.feature.EpsilonRank;
import org.dynlab.instrument.fit.LossAndAccuracy;
import org.dynlab.instrument.fit.LossAndAccuracy.Part;
import org.dynlab.instrument.gradient.GradientNorms;
import org.dynlab.instrument.weight.WeightStatistics;
import org.dynlab.tasks.Encoding;
import org.dynlab.tasks.ModularArithmetic;
import org.dynlab.tasks.Operation;

/**
 * What each instrument adds to a step of D1 (4704 of 9409 pairs mod 97, 194-500-97) when it
 * measures at every step: the median step with that instrument alone, against the median bare step
 * before and after it. Prints {@code instrument,encoding,bare_ms,watched_ms,share}.
 *
 * <p>Arguments: {@code wall|cpu}, steps.
 */
public final class InstrumentBenchmark {

  private InstrumentBenchmark() {}

  /** Runs every instrument with token and with one-hot inputs. */
  public static void main(String[] args) {
    boolean processor = args[0].equals("cpu");
    int steps = Integer.parseInt(args[1]);
    for (Encoding encoding : List.of(Encoding.TOKENS, Encoding.ONE_HOT)) {
      Task task = new ModularArithmetic(Operation.ADD, 97, 0.5, encoding);
      for (Map.Entry<String, Instrument> each : instruments().entrySet()) {
        double before = median(task, List.of(), steps, processor);
        double watched =
            median(
                task, List.of(new Probe(each.getValue(), new Cadence.Every(1))), steps, processor);
        double bare = (before + median(task, List.of(), steps, processor)) / 2;
        System.out.printf(
            Locale.ROOT,
            "%s,%s,%.3f,%.3f,%.3f%n",
            each.getKey(),
            encoding,
            bare,
            watched,
            watched / bare - 1);
      }
    }
  }

  private static Map<String, Instrument> instruments() {
    ProbeSet.Source all = ProbeSet.Source.ALL;
    EpsilonRank.Weighting mean = EpsilonRank.Weighting.MEAN;
    Map<String, Instrument> instruments = new LinkedHashMap<>();
    instruments.put("weightStatistics", new WeightStatistics(false));
    instruments.put("weightStatistics+singularValues", new WeightStatistics(true));
    instruments.put(
        "epsilonRank(1e-6)", new EpsilonRank(List.of(1e-6), List.of(), 1024, all, mean));
    instruments.put(
        "epsilonRank(1e-3,1e-6)", new EpsilonRank(List.of(1e-3, 1e-6), List.of(), 1024, all, mean));
    instruments.put("gradientNorms", new GradientNorms());
    instruments.put("lossAndAccuracy", new LossAndAccuracy(List.of(Part.TRAIN, Part.EVAL)));
    return instruments;
  }

  private static double median(Task task, List<Probe> probes, int steps, boolean processor) {
    StepClock clock = new StepClock(processor, steps / 2, steps);
    Bench.run(task, Bench.quadratic(500), probes, steps + steps / 2, clock);
    return clock.median();
  }
}
