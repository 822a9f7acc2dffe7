package org.dynlab.app.slurm;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.dynlab.app.sweep.Standing;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/** Brings the runs of an experiment into Slurm's queue, those that are not there yet. */
public final class SlurmQueue {
  private final ArrayRequest request;
  private final Standing standing;
  private final Consumer<String> say;
  private final InstantSource clock;
  private final Programs programs;
  private final SlurmEngine.Pace pace;
  private final JobBook book;
  private final Squeue squeue;
  private final Map<Integer, RunWatch> watches = new TreeMap<>();
  private final List<String> refusals = new ArrayList<>();

  /**
   * The queue for that request.
   *
   * @param say hears in one line each which job has how many runs
   */
  public SlurmQueue(
      ArrayRequest request, Standing standing, Consumer<String> say, InstantSource clock) {
    this(request, standing, say, clock, Programs.onPath(), SlurmEngine.Pace.usual());
  }

  SlurmQueue(
      ArrayRequest request,
      Standing standing,
      Consumer<String> say,
      InstantSource clock,
      Programs programs,
      SlurmEngine.Pace pace) {
    this.request = request;
    this.standing = standing;
    this.say = say;
    this.clock = clock;
    this.programs = programs;
    this.pace = pace;
    this.book = new JobBook(request.experiment());
    this.squeue = new Squeue(programs);
  }

  /**
   * Submits arrays over those of the runs that no array of an earlier call still has, and follows
   * them all. If Slurm takes some and then refuses, the engine follows those and ends with the
   * refusal.
   */
  public SlurmEngine take(List<RunSpec> runs) {
    Map<Integer, RunSpec> missing = new LinkedHashMap<>();
    runs.forEach(run -> missing.put(run.index(), run));
    attach(missing);
    if (!missing.isEmpty()) {
      submit(missing);
    }
    List<RunWatch> open = List.copyOf(watches.values());
    return new SlurmEngine(squeue, open, this::takeAgain, refusals, pace, clock);
  }

  /** Ends with the machine's failure if Slurm is not installed or does not answer. */
  public static void checkAnswers() {
    Site unused = Site.ask(Programs.onPath());
  }

  /** Submits runs once more whose tasks have used up their time. */
  private List<RunWatch> takeAgain(List<RunSpec> runs) {
    Map<Integer, RunSpec> missing = new LinkedHashMap<>();
    runs.forEach(run -> missing.put(run.index(), run));
    watches.clear();
    submit(missing);
    return List.copyOf(watches.values());
  }

  /** Finds the runs that are in the queue, and takes them out of those that are missing. */
  private void attach(Map<Integer, RunSpec> missing) {
    for (Map.Entry<ArrayJob, List<Integer>> alive : alive(book, squeue).entrySet()) {
      int before = watches.size();
      alive.getValue().forEach(place -> watch(alive.getKey(), place, missing));
      if (watches.size() > before) {
        say.accept(
            "Slurm job " + alive.getKey().job() + " still has " + runs(watches.size() - before));
      }
    }
  }

  private static String runs(int count) {
    return count + (count == 1 ? " run" : " runs");
  }

  private void watch(ArrayJob job, int place, Map<Integer, RunSpec> missing) {
    RunSpec run = missing.remove(job.runs().get(place));
    if (run != null) {
      watches.put(run.index(), new RunWatch(run, job, place, standing.folder(run), book.logs()));
    }
  }

  private void submit(Map<Integer, RunSpec> missing) {
    int most = Site.ask(programs).longestArray();
    Sbatch sbatch = new Sbatch(programs, request, book, clock);
    List<Integer> numbers = List.copyOf(missing.keySet());
    try {
      for (int from = 0; from < numbers.size(); from += most) {
        ArrayJob job = sbatch.submit(numbers.subList(from, Math.min(from + most, numbers.size())));
        say.accept("Slurm job " + job.job() + " takes " + runs(job.runs().size()));
        for (int place = 0; place < job.runs().size(); place++) {
          watch(job, place, missing);
        }
      }
    } catch (UserError refusal) {
      if (watches.isEmpty()) {
        throw refusal;
      }
      refusal.problems().stream().map(Problem::line).forEach(refusals::add);
    }
  }

  /** Ids of the arrays that still have runs of that experiment; none if Slurm does not answer. */
  public static List<String> jobsAtWork(Path experiment) {
    JobBook book = new JobBook(experiment);
    try {
      return alive(book, new Squeue(Programs.onPath())).keySet().stream()
          .map(ArrayJob::job)
          .toList();
    } catch (UncheckedIOException noSlurm) {
      return List.of();
    }
  }

  /** The arrays in the queue, each with the places of its tasks that are not over. */
  private static Map<ArrayJob, List<Integer>> alive(JobBook book, Squeue squeue) {
    List<ArrayJob> jobs = book.jobs();
    Map<String, TaskState> states = squeue.states(jobs);
    Map<ArrayJob, List<Integer>> alive = new LinkedHashMap<>();
    for (ArrayJob job : jobs) {
      for (int place = 0; place < job.runs().size(); place++) {
        TaskState state = states.get(job.task(place));
        if (state != null && state.isAlive()) {
          alive.computeIfAbsent(job, j -> new ArrayList<>()).add(place);
        }
      }
    }
    return alive;
  }
}
