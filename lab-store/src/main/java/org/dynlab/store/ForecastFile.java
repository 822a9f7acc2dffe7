package org.dynlab.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dynlab.store.disk.AtomicFile;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.text.Json;
import org.dynlab.store.text.Sha256;
import org.dynlab.store.text.TextFile;

/**
 * What finished runs foretell of runs to come, as a file: a hidden Markov model that reads a run's
 * rows as they come, what its states were to the finished runs, and by what linear functions of the
 * states so far their convergence is predicted. K is the number of states, d of columns.
 *
 * @param format {@value #CURRENT_FORMAT}
 * @param experiment of the finished runs
 * @param arm of the finished runs
 * @param target what the runs had to pass, e.g. {@code eval.accuracy > 0.9}
 * @param columns that a row is made of, d
 * @param steps of the rows, rising from 0 or more
 * @param means of the columns, d
 * @param deviations of the columns, d; 0 for one that says nothing
 * @param hmm the model of rows z = (x − mean)/deviation
 * @param states what each was to the finished runs, K
 * @param moments at which there is a prediction, by rising row
 */
public record ForecastFile(
    int format,
    String experiment,
    String arm,
    String target,
    List<String> columns,
    List<Long> steps,
    List<Double> means,
    List<Double> deviations,
    Hmm hmm,
    List<State> states,
    List<Moment> moments) {
  /** Of the files that are written. */
  public static final int CURRENT_FORMAT = 1;

  /** Checks that the parts fit together, copies the lists. */
  public ForecastFile {
    require(format == CURRENT_FORMAT, "format " + format + ", must be " + CURRENT_FORMAT);
    require(!columns.isEmpty(), "no columns");
    require(rising(steps), "steps that do not rise");
    int d = columns.size();
    require(means.size() == d && deviations.size() == d, "no scale for every column");
    require(deviations.stream().allMatch(s -> s >= 0), "a negative deviation");
    int k = hmm.start.size();
    require(states.size() == k, states.size() + " states, model of " + k);
    for (Moment moment : moments) {
      require(moment.weights.size() == 2 * k, "a moment without 2 weights for every state");
      require(moment.row >= 0 && moment.row < steps.size(), "a moment at row " + moment.row);
    }
    columns = List.copyOf(columns);
    steps = List.copyOf(steps);
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
    states = List.copyOf(states);
    moments = List.copyOf(moments);
  }

  private static void require(boolean holds, String got) {
    if (!holds) {
      throw new IllegalArgumentException(got);
    }
  }

  private static boolean rising(List<Long> steps) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) < (i == 0 ? 0 : steps.get(i - 1) + 1)) {
        return false;
      }
    }
    return !steps.isEmpty();
  }

  /**
   * A Gaussian hidden Markov model.
   *
   * @param covariance {@code full}, {@code diagonal}, {@code tied} or {@code spherical}
   * @param start K probabilities
   * @param transitions K·K probabilities, from row by row
   * @param means K·d, state by state
   * @param covariances in the order of their kind
   */
  public record Hmm(
      String covariance,
      List<Double> start,
      List<Double> transitions,
      List<Double> means,
      List<Double> covariances) {

    /** Copies the lists. */
    public Hmm {
      start = List.copyOf(start);
      transitions = List.copyOf(transitions);
      means = List.copyOf(means);
      covariances = List.copyOf(covariances);
    }
  }

  /**
   * What a state was to the finished runs.
   *
   * @param detour whether it was surely a detour
   * @param words the verdict, with the numbers behind it
   */
  public record State(boolean detour, String words) {}

  /**
   * How convergence is predicted at one row: intercept + Σ_k weights[k]·(share of rows so far in k)
   * + weights[K + state now], in rows.
   *
   * @param row its place among the steps
   * @param runs finished runs that had not converged by then
   * @param mean of their convergence, in rows
   * @param reliable whether such predictions were better than chance for runs left out
   * @param words how good they were
   */
  public record Moment(
      int row,
      int runs,
      double mean,
      double intercept,
      List<Double> weights,
      boolean reliable,
      String words) {

    /** Copies the list. */
    public Moment {
      weights = List.copyOf(weights);
    }
  }

  /**
   * Reads a file; one that is missing, damaged or of other bytes than said is a user's error.
   *
   * @param sha256 of its bytes, in hexadecimal digits; not looked at if empty
   */
  public static ForecastFile read(Path file, Optional<String> sha256) {
    String text = TextFile.read(file);
    String got = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    if (sha256.isPresent() && !sha256.get().equals(got)) {
      throw new UserError(
          file.toString(),
          "must have the SHA-256 " + sha256.get(),
          got,
          "another analysis may have written it anew");
    }
    return Json.bind(Json.parse(text, file.toString()), ForecastFile.class, file.toString());
  }

  /** Writes the file; returns the SHA-256 of its bytes. */
  public String write(Path file) {
    byte[] bytes = (Json.line(this) + "\n").getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, bytes);
    return Sha256.of(bytes);
  }
}
