package org.dynlab.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.dynlab.core.instrument.Activations;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.Place;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Features;
import org.dynlab.core.task.Measure;
import org.dynlab.core.task.Targets;
import org.dynlab.instrument.InstrumentCatalogue;

/**
 * Times instruments by themselves, for a comparison with the formulas in NumPy and PyTorch
 * (bench/torch/information.py): information by binning and by kernels of 4096 outputs of 100 units
 * with 10 classes, and the 14 statistics of the weights of a one-block transformer. Prints {@code
 * lab,case,median_ms,min_ms,repeats}. Arguments: {@code wall|cpu}, repeats.
 */
public final class InformationBenchmark {
  private static final int ROWS = 4096;
  private static final int WIDTH = 100;
  private static final int[][] TRANSFORMER = {
    {114, 128},
    {3, 128},
    {128, 128},
    {128, 128},
    {128, 128},
    {128, 128},
    {128, 512},
    {512, 128},
    {128, 113}
  };

  private InformationBenchmark() {}

  /** Runs all cases. */
  public static void main(String[] args) {
    boolean processor = args[0].equals("cpu");
    int repeats = Integer.parseInt(args[1]);
    StepView view = view();
    for (String[] each :
        new String[][] {
          {"binning", "{kind: binnedInformation, grid: edges, probes: 4096}", "1"},
          {"kernels", "{kind: mixtureInformation, variance: [0.1], probes: 4096}", "1"},
          {"weightStatistics", "{kind: weightStatistics, singularValues: true}", "10"}
        }) {
      Gauge gauge = instrument(each[1]).begin(subject());
      time(each[0], () -> gauge.measure(view), processor, repeats * Integer.parseInt(each[2]));
    }
  }

  private static Instrument instrument(String text) {
    return new ExperimentLanguage(List.of(InstrumentCatalogue.catalogue()))
        .reader()
        .read(new YamlSource("bench", text).value(), Instrument.class, "");
  }

  private static void time(String name, Supplier<double[]> work, boolean cpu, int repeats) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int k = 0; k < repeats; k++) {
      double[] unused = work.get();
    }
    double[] times = new double[repeats];
    for (int k = 0; k < repeats; k++) {
      long begin = cpu ? threads.getCurrentThreadCpuTime() : System.nanoTime();
      double[] unused = work.get();
      times[k] = ((cpu ? threads.getCurrentThreadCpuTime() : System.nanoTime()) - begin) * 1e-6;
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT, "lab,%s,%.3f,%.3f,%d%n", name, times[repeats / 2], times[0], repeats);
  }

  private static Subject subject() {
    ParameterBlock[] blocks = new ParameterBlock[TRANSFORMER.length];
    int offset = 0;
    for (int k = 0; k < blocks.length; k++) {
      int[] shape = TRANSFORMER[k];
      blocks[k] = new ParameterBlock("m" + k + ".W", Role.WEIGHT, offset, shape[0], shape[1]);
      offset += shape[0] * shape[1];
    }
    return new Subject(
        new ParameterLayout(List.of(blocks)),
        List.of(new Place("layer", WIDTH)),
        List.of(),
        10,
        new Subject.Data(ROWS, 1, 10, false),
        new SeedTree(0));
  }

  /** A view of which nothing but parameters and outputs is asked. */
  private static StepView view() {
    double[] parameters = new double[subject().layout().size()];
    Stream stream = new SeedTree(1).stream("weights");
    Arrays.setAll(parameters, i -> stream.gaussian() / 11);
    Activations activations = new Outputs(outputs());
    return (StepView)
        Proxy.newProxyInstance(
            StepView.class.getClassLoader(),
            new Class<?>[] {StepView.class},
            (proxy, method, arguments) ->
                method.getName().equals("parameters") ? parameters : activations);
  }

  private static final class Outputs implements Activations {
    private final double[] values;

    Outputs(double[] values) {
      this.values = values;
    }

    @Override
    public int rows() {
      return ROWS;
    }

    @Override
    public Optional<Features> features() {
      return Optional.empty();
    }

    @Override
    public Optional<Targets> targets() {
      int[] labels = new int[ROWS];
      Arrays.setAll(labels, i -> i % 10);
      return Optional.of(new ClassTargets(labels, 10));
    }

    @Override
    public Optional<Measure> measure() {
      return Optional.empty();
    }

    @Override
    public void copyTo(int layer, DoubleBuffer destination) {
      destination.put(0, values);
    }

    @Override
    public void copyOutputs(DoubleBuffer destination) {
      throw new IllegalStateException("not asked here");
    }
  }

  private static double[] outputs() {
    double[] outputs = new double[ROWS * WIDTH];
    for (int j = 0; j < WIDTH; j++) {
      for (int i = 0; i < ROWS; i++) {
        double wave = 2 * Math.sin(0.001 * (i + 1) * (j + 1)) + Math.cos(0.37 * i + j);
        outputs[j * ROWS + i] = Math.tanh(wave);
      }
    }
    return outputs;
  }
}
