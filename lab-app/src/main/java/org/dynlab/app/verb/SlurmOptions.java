package org.dynlab.app.verb;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.describe.Checks;
import picocli.CommandLine.Option;

/** What {@code sbatch} is to be told; the words are its own. */
public final class SlurmOptions {
  @Option(names = "--partition", paramLabel = "NAME", description = "the partition to wait in")
  private String partition;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      description = "the longest one run may take, e.g. 30 (minutes), 2:00:00, 1-12:00")
  private String time;

  @Option(names = "--mem", paramLabel = "SIZE", description = "memory of one run, e.g. 4G")
  private String mem;

  @Option(names = "--account", paramLabel = "NAME", description = "whom the time is charged to")
  private String account;

  @Option(names = "--qos", paramLabel = "NAME", description = "quality of service")
  private String qos;

  @Option(names = "--constraint", paramLabel = "LIST", description = "features of the nodes")
  private String constraint;

  @Option(
      names = "--sbatch",
      paramLabel = "OPTION",
      description = "any other option of sbatch, e.g. --sbatch=--nice=100; may be repeated")
  private List<String> more = List.of();

  /** Those that were given, as options of {@code sbatch}. */
  public List<String> given() {
    List<String> given = new ArrayList<>();
    add(given, "--partition", partition);
    add(given, "--time", time);
    add(given, "--mem", mem);
    add(given, "--account", account);
    add(given, "--qos", qos);
    add(given, "--constraint", constraint);
    given.addAll(more);
    return given;
  }

  private static void add(List<String> given, String option, String value) {
    if (value != null) {
      given.add(option + "=" + value);
    }
  }

  /** Without Slurm none of them may be given; with it, each must look like an option. */
  public void check(Checks checks, boolean slurm) {
    for (String option : given()) {
      String name = option.split("=", 2)[0];
      checks.that(slurm, name, "must come with --engine slurm", option);
      checks.that(option.startsWith("-"), "--sbatch", "must be an option of sbatch", option);
    }
  }
}
