package org.dynlab.analysis.finding;

import org.dynlab.analysis.latent.forecast.Forecast;
import org.dynlab.analysis.latent.forecast.ForecastModel;

/** The tables of a {@link Forecast}. */
final class ForecastTables {
  private ForecastTables() {}

  /** How good it is, moment by moment. */
  static DataTable moments(Forecast forecast) {
    DataTable.Builder table =
        new DataTable.Builder(
                "forecast",
                "How early convergence can be told: every run predicted by models that have not"
                    + " seen it")
            .numbers("row", "runs left", "R²")
            .estimates("rank correlation")
            .numbers("stopped", "share of rows saved", "fast runs", "fast runs stopped")
            .words("reliable");
    for (Forecast.Moment moment : forecast.moments()) {
      table.row(
          Cell.of((long) moment.row()),
          Cell.of((long) moment.runs()),
          Cell.of(moment.rSquared()),
          Cell.of(moment.rank()),
          Cell.of((long) moment.stopping().stopped()),
          Cell.of(moment.stopping().saved()),
          Cell.of((long) moment.stopping().fast()),
          Cell.of((long) moment.stopping().missed()),
          Cell.of(moment.reliable() ? "yes" : "no"));
    }
    return table.build();
  }

  /** What its states were to the runs. */
  static DataTable states(ForecastModel model) {
    DataTable.Builder table =
        new DataTable.Builder(
                "forecast-states",
                "States of the forecast, which do not look ahead: not those of the map")
            .words("state", "to these runs");
    for (int state = 0; state < model.states().size(); state++) {
      table.row(Cell.of(String.valueOf(state)), Cell.of(model.states().get(state).words()));
    }
    return table.build();
  }
}
