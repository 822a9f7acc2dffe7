package org.dynlab.app.pruning;

import java.nio.file.Path;
import java.util.Optional;
import org.dynlab.analysis.latent.forecast.ForecastModel;
import org.dynlab.core.experiment.Pruning;
import org.dynlab.store.ForecastFile;
import org.dynlab.store.problem.UserError;

/**
 * Reads the forecast that an experiment names, and sees to it that it can foretell what is asked.
 */
final class KnownForecast {
  private KnownForecast() {}

  static ForecastModel read(Pruning pruning, Path file) {
    ForecastFile written = ForecastFile.read(file, Optional.of(pruning.sha256()));
    ForecastModel model = ForecastModel.of(written, file.toString());
    boolean able =
        switch (pruning.when()) {
          case DETOUR -> model.states().stream().anyMatch(ForecastFile.State::detour);
          case LATE ->
              model.moments().stream()
                  .anyMatch(m -> m.reliable() && model.steps().get(m.row()) >= pruning.fromStep());
        };
    if (able) {
      return model;
    }
    throw switch (pruning.when()) {
      case DETOUR ->
          new UserError(
              file.toString(),
              "must know a state that is a detour",
              "none of " + model.states().size(),
              "when: late looks at predicted times instead");
      case LATE ->
          new UserError(
              file.toString(),
              "must have a row at which late runs could be told better than by chance",
              "none of " + model.moments().size() + " from step " + pruning.fromStep() + " on",
              "more runs, or other features, may tell them");
    };
  }
}
