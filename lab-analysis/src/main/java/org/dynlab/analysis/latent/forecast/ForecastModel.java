package org.dynlab.analysis.latent.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.model.GaussianHmm;
import org.dynlab.store.ForecastFile;
import org.dynlab.store.ForecastFile.Moment;
import org.dynlab.store.ForecastFile.State;
import org.dynlab.store.claim.Target;
import org.dynlab.store.problem.UserError;

/**
 * What finished runs foretell of runs to come: {@link LiveForecast} applies it. Its states are not
 * those of the training map, which look into the future of a row, but of a model of its own.
 *
 * @param target what the runs had to pass
 * @param columns that a row is made of
 * @param steps of the rows it takes in
 * @param causal scale and states
 * @param states what each was to the finished runs
 * @param moments at which there is a prediction
 */
public record ForecastModel(
    Target target,
    List<String> columns,
    List<Long> steps,
    CausalModel causal,
    List<State> states,
    List<Moment> moments) {

  /** Copies the lists. */
  public ForecastModel {
    columns = List.copyOf(columns);
    steps = List.copyOf(steps);
    states = List.copyOf(states);
    moments = List.copyOf(moments);
  }

  /** As it is written, with where it comes from. */
  public ForecastFile file(String experiment, String arm) {
    GaussianHmm hmm = causal.hmm();
    return new ForecastFile(
        ForecastFile.CURRENT_FORMAT,
        experiment,
        arm,
        target.words(),
        columns,
        steps,
        causal.scale().means(),
        causal.scale().deviations(),
        new ForecastFile.Hmm(
            hmm.kind().name().toLowerCase(Locale.ROOT),
            boxed(hmm.startProbabilities()),
            boxed(hmm.transitionProbabilities()),
            boxed(hmm.allMeans()),
            boxed(hmm.allCovariances())),
        states,
        moments);
  }

  /**
   * Back from a file.
   *
   * @param where what to call it in an error
   */
  public static ForecastModel of(ForecastFile file, String where) {
    ForecastFile.Hmm hmm = file.hmm();
    try {
      CausalModel causal =
          new CausalModel(
              new PooledScale(file.means(), file.deviations()),
              GaussianHmm.of(
                  kind(hmm.covariance()),
                  unboxed(hmm.start()),
                  unboxed(hmm.transitions()),
                  unboxed(hmm.means()),
                  unboxed(hmm.covariances())));
      if (causal.hmm().width() != file.columns().size()) {
        throw new IllegalArgumentException("a model of " + causal.hmm().width() + " columns");
      }
      ForecastModel model =
          new ForecastModel(
              Target.parse(file.target(), where + ": target"),
              file.columns(),
              file.steps(),
              causal,
              file.states(),
              file.moments());
      LiveForecast.of(model);
      return model;
    } catch (IllegalArgumentException e) {
      throw new UserError(where + ": hmm", "must be a hidden Markov model", e.getMessage(), "");
    }
  }

  private static Covariances kind(String word) {
    return Arrays.stream(Covariances.values())
        .filter(kind -> kind.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("covariance " + word));
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static double[] unboxed(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
