package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lab analyze} on logs that another program may have written. */
class AnalyzeTest {
  @TempDir private Path folder;
  private final RecordingConsole console = new RecordingConsole();

  /** Twelve runs of 80 rows; every other one stays longer in a state of its own. */
  private void writeLogs() throws IOException {
    Files.createDirectories(folder.resolve("logs"));
    for (int run = 0; run < 12; run++) {
      SplittableRandom random = new SplittableRandom(run);
      int detour = run % 2 == 0 ? 0 : 15 + random.nextInt(15);
      int first = 15 + random.nextInt(6);
      StringBuilder text = new StringBuilder("step,l2,var_w,eval_acc,note\n");
      for (int t = 0; t < 80; t++) {
        boolean a = t < first;
        boolean b = !a && t < first + detour;
        text.append(
            String.format(
                Locale.ROOT,
                "%d,%.5f,%.5f,%.2f,text\n",
                5 * t,
                (a ? 0 : b ? 1 : 2) + 0.05 * random.nextGaussian(),
                (b ? 3 : 0) + 0.05 * random.nextGaussian(),
                a || b ? 0.4 : 1));
      }
      Files.writeString(folder.resolve("logs/seed" + run + ".csv"), text);
    }
  }

  private int analyze(String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "analyze";
    args[1] = "--out";
    args[2] = folder.resolve("out").toString();
    System.arraycopy(more, 0, args, 3, more.length);
    return console.call(args);
  }

  private int logs(String... more) throws IOException {
    writeLogs();
    String[] args = new String[more.length + 2];
    args[0] = "--csv";
    args[1] = folder.resolve("logs") + "/*.csv";
    System.arraycopy(more, 0, args, 2, more.length);
    return analyze(args);
  }

  @Test
  void logsOfAnotherProgramAreExplained() throws IOException {
    int code =
        logs(
            "--features",
            "l2,var_w",
            "--target",
            "eval_acc>0.9",
            "--states",
            "4",
            "--covariance",
            "diagonal");
    assertThat(console.err()).isEmpty();
    assertThat(code).isEqualTo(0);
    assertThat(console.out()).contains("forking", "detour", "R²", "How early convergence");
    assertThat(folder.resolve("out/findings.md")).content().contains("## Latent states of");
    assertThat(folder.resolve("out/latent-states-runs.csv"))
        .content()
        .startsWith("run,path,row,step,converged\nseed0,0→1,19,95,yes\nseed1,0→2→3,41,205,yes\n");
    assertThat(folder.resolve("out/report.html")).isNotEmptyFile();
    assertThat(folder.resolve("out/figures/latent-states-map.svg")).isNotEmptyFile();
  }

  @Test
  void baselinesStandBesideTheStates() throws IOException {
    logs("--features", "l2,var_w", "--target", "eval_acc>0.9", "--baselines=l2", "--states", "4");
    assertThat(console.err()).isEmpty();
    assertThat(Files.readAllLines(folder.resolve("out/latent-states-baselines.csv")))
        .hasSize(4)
        .satisfies(
            lines -> {
              assertThat(lines.get(0)).isEqualTo("model,components,tried,log-likelihood,BIC");
              assertThat(lines.get(1)).matches("hidden Markov model of 2 columns,[1-4],4,.+");
              assertThat(lines.get(2)).matches("hidden Markov model of l2 alone,\\d+,16,.+");
              assertThat(lines.get(3)).matches("k-means of 2 columns,\\d+,16,.+");
            });
  }

  @Test
  void theSameCallGivesTheSameTables() throws IOException {
    String[] call = {"--features", "l2,var_w", "--target", "eval_acc>0.9", "--states", "3"};
    logs(call);
    String once = Files.readString(folder.resolve("out/findings.md"));
    logs("--features", "l2,var_w", "--target", "eval_acc>0.9", "--states", "3", "--threads", "3");
    assertThat(folder.resolve("out/findings.md")).content().isEqualTo(once);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--features l2,var --target eval_acc>0.9 | did you mean var_w?",
        "--features l2,note --target eval_acc>0.9 | note",
        "--features l2 --target eval_acc=0.9 | must be COLUMN>NUMBER or COLUMN<NUMBER",
        "--features l2 --target eval_ac>0.9 | did you mean eval_acc?",
        "--features l2 --target eval_acc>0.9 --states 17 | --states: must be in 1..16, got 17",
        "--features l2,var_w --target eval_acc>0.9 --baselines | --baselines: must be one of the"
            + " features, got weight.all.l2 (e.g. --baselines=l2)",
        "--features l2 --target eval_acc>0.9 --threads 0 | --threads: must be in 1..1024, got 0",
        "--features l2 --target eval_acc>0.9 --time epoch | epoch"
      })
  void aMistakeIsSaidAndNothingIsWritten(String args, String said) throws IOException {
    assertThat(logs(args.split(" "))).isEqualTo(2);
    assertThat(console.err()).contains(said);
    assertThat(console.err()).doesNotContain("\tat ");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void withoutColumnsForLatentStatesTheOtherFindingsStandThere() throws IOException {
    Path config =
        TinyExperiment.in(
            folder,
            "  - {kind: weightStatistics, every: 5}",
            "  - {kind: gradientNorms, every: 1}");
    String runs = folder.resolve("runs").toString();
    assertThat(console.call("run", config.toString(), "--out", runs)).isZero();
    assertThat(analyze(runs + "/tiny")).isZero();
    assertThat(console.out()).contains("Relaxation of all runs");
    assertThat(console.out())
        .contains("tiny: must have columns for latent states, got no weight statistics");
    assertThat(logs("--target", "eval_acc>0.9")).isEqualTo(2);
    assertThat(console.err()).contains("must have columns for latent states");
  }

  @Test
  void anExperimentThatMeasuresNothingForItsLatentStatesIsRefused() throws IOException {
    Path config =
        TinyExperiment.in(
            folder,
            "  - {kind: weightStatistics, every: 5}",
            "  - {kind: gradientNorms, every: 1}\nlatentStates: {target: train.loss < 1}");
    String runs = folder.resolve("runs").toString();
    assertThat(console.call("run", config.toString(), "--out", runs)).isEqualTo(2);
    assertThat(console.err())
        .contains("latentStates: must have columns for latent states, got no weight statistics");
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void withoutRunsOrLogsItSaysWhatToWrite() {
    assertThat(analyze()).isEqualTo(2);
    assertThat(console.err()).contains("analyze: must have either RUNS or --csv, got neither");
    assertThat(analyze("runs/a", "--csv", "b.csv")).isEqualTo(2);
    assertThat(console.err()).contains("analyze: must have either RUNS or --csv, got both");
    assertThat(analyze("runs/a", "runs/b")).isEqualTo(2);
    assertThat(console.err()).contains("RUNS: must be one experiment, got 2 folders");
  }
}
