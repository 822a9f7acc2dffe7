package org.dynlab.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dynlab.analysis.hmm.cluster.Points;
import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.data.ZScores;
import org.dynlab.analysis.hmm.fit.BaumWelch;
import org.dynlab.analysis.hmm.fit.Fit;
import org.dynlab.analysis.hmm.fit.Start;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.model.GaussianHmm;

/**
 * Times fits of hidden Markov models with 1 to 8 states, 5 starts each, 32 iterations, full
 * covariances, to 32 runs of 1000 rows of 14 columns, for a comparison with hmmlearn's algorithm in
 * NumPy and C (bench/torch/hmm_numpy.py), which reads the rows and starts that this one writes.
 *
 * <p>Arguments: {@code write FILE}, or {@code time THREADS ROUNDS}, which prints {@code
 * lab,THREADS,wall_ms,cpu_ms,log_likelihood} for each round after one that is not counted; the last
 * number is the sum over the fits of the last log-likelihood.
 */
public final class HmmBenchmark {
  private static final int RUNS = 32;
  private static final int ROWS = 1000;
  private static final int WIDTH = 14;
  private static final int STATES = 4;
  private static final int MOST_STATES = 8;
  private static final int RESTARTS = 5;
  private static final BaumWelch FITTING = new BaumWelch(32, Double.NEGATIVE_INFINITY, true);

  private final Sequences sequences = ZScores.of(rows(new SplittableRandom(1))).scaled();
  private final Frames frames = Frames.of(sequences);
  private final List<GaussianHmm> starts = starts();

  private HmmBenchmark() {}

  /** Writes or times. */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    HmmBenchmark benchmark = new HmmBenchmark();
    if (args[0].equals("write")) {
      benchmark.write(Path.of(args[1]));
    } else {
      benchmark.time(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    }
  }

  /** Runs that pass through four overlapping states, each with correlated columns of its own. */
  private static Sequences rows(SplittableRandom random) {
    double[][] means = new double[STATES][WIDTH];
    double[][] mixing = new double[STATES][WIDTH * WIDTH];
    for (int k = 0; k < STATES; k++) {
      means[k] = random.doubles(WIDTH, -1.5, 1.5).toArray();
      mixing[k] = random.doubles((long) WIDTH * WIDTH, -0.5, 0.5).toArray();
    }
    List<String> columns = new ArrayList<>();
    for (int j = 0; j < WIDTH; j++) {
      columns.add("column" + j);
    }
    Sequences.Builder builder = new Sequences.Builder(columns);
    for (int run = 0; run < RUNS; run++) {
      double[][] values = new double[ROWS][WIDTH];
      int state = 0;
      for (int t = 0; t < ROWS; t++) {
        state = random.nextDouble() < 0.01 ? random.nextInt(STATES) : state;
        fill(values[t], means[state], mixing[state], random);
      }
      builder.add("run" + run, values);
    }
    return builder.build();
  }

  private static void fill(double[] row, double[] means, double[] mixing, SplittableRandom random) {
    double[] noise = new double[WIDTH];
    for (int j = 0; j < WIDTH; j++) {
      noise[j] = random.nextGaussian();
    }
    for (int i = 0; i < WIDTH; i++) {
      row[i] = means[i] + 0.3 * noise[i];
      for (int j = 0; j < WIDTH; j++) {
        row[i] += mixing[i * WIDTH + j] * noise[j];
      }
    }
  }

  private List<GaussianHmm> starts() {
    Points points = Points.of(sequences);
    List<GaussianHmm> all = new ArrayList<>();
    for (int states = MOST_STATES; states >= 1; states--) {
      for (int restart = 0; restart < RESTARTS; restart++) {
        Start start = new Start(Covariances.FULL, 1);
        all.add(start.draw(points, states, 100L * states + restart));
      }
    }
    return all;
  }

  private void write(Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (double number : new double[] {RUNS, ROWS, WIDTH, starts.size()}) {
        out.writeDouble(number);
      }
      writeAll(out, sequences.stacked());
      for (GaussianHmm start : starts) {
        out.writeDouble(start.states());
        writeAll(out, start.startProbabilities());
        writeAll(out, start.transitionProbabilities());
        writeAll(out, start.allMeans());
        writeAll(out, start.allCovariances());
      }
    }
  }

  private static void writeAll(DataOutputStream out, double[] numbers) throws IOException {
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  private void time(int threads, int rounds) throws InterruptedException, ExecutionException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    ExecutorService service = Executors.newFixedThreadPool(threads);
    for (int round = 0; round <= rounds; round++) {
      long cpu = system.getProcessCpuTime();
      long wall = System.nanoTime();
      double sum = fitAll(service);
      double wallMs = (System.nanoTime() - wall) * 1e-6;
      double cpuMs = (system.getProcessCpuTime() - cpu) * 1e-6;
      if (round > 0) {
        System.out.printf(Locale.ROOT, "lab,%d,%.1f,%.1f,%.4f%n", threads, wallMs, cpuMs, sum);
      }
    }
    service.shutdown();
  }

  private double fitAll(ExecutorService service) throws InterruptedException, ExecutionException {
    List<Callable<Fit>> tasks = new ArrayList<>();
    for (GaussianHmm start : starts) {
      tasks.add(() -> FITTING.fit(start, frames));
    }
    double sum = 0;
    for (Future<Fit> fit : service.invokeAll(tasks)) {
      List<Double> likelihoods = fit.get().logLikelihoods();
      sum += likelihoods.get(likelihoods.size() - 1);
    }
    return sum;
  }
}
