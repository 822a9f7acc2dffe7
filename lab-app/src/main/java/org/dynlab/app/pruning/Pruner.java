package org.dynlab.app.pruning;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dynlab.analysis.latent.forecast.ForecastModel;
import org.dynlab.analysis.latent.forecast.LiveForecast;
import org.dynlab.analysis.latent.forecast.LiveForecast.Prediction;
import org.dynlab.analysis.latent.forecast.LiveForecast.Reading;
import org.dynlab.core.experiment.Pruning;
import org.dynlab.core.experiment.Pruning.Act;
import org.dynlab.core.experiment.Pruning.Sign;
import org.dynlab.core.state.Slot;
import org.dynlab.core.train.Overseer;
import org.dynlab.store.ForecastFile.Moment;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.table.Column;
import org.dynlab.tasks.files.ExperimentFolder;

/**
 * Watches one run by a forecast of earlier runs, and flags or ends it. A run is flagged once for
 * each detour that it comes into, or once for being late.
 */
public final class Pruner implements Overseer {
  private final Sign sign;
  private final Action action;
  private final long fromStep;
  private final ForecastModel model;
  private final LiveForecast forecast;
  private final int target;
  private final int[] places;
  private final double[] row;

  /** Whether the run was found late already. */
  private final double[] late = new double[1];

  private Pruner(Pruning pruning, ForecastModel model, List<String> columns) {
    this.sign = pruning.when();
    this.action = pruning.then() == Act.END ? Action.END : Action.FLAG;
    this.fromStep = pruning.fromStep();
    this.model = model;
    this.forecast = LiveForecast.of(model);
    this.target = place(model.target().column(), columns);
    this.places = model.columns().stream().mapToInt(name -> place(name, columns)).toArray();
    this.row = new double[places.length];
  }

  /** For a run with these columns, by a file that is named from the experiment's folder. */
  public static Pruner of(Pruning pruning, List<Column> columns) {
    ForecastModel model = KnownForecast.read(pruning, ExperimentFolder.resolve(pruning.forecast()));
    return new Pruner(pruning, model, columns.stream().map(Column::name).toList());
  }

  private static int place(String name, List<String> columns) {
    int place = columns.indexOf(name);
    if (place < 0) {
      throw new UserError(
          "pruning.forecast",
          "must be of columns that are measured",
          name,
          "measure what the earlier runs did");
    }
    return place;
  }

  @Override
  public Verdict look(long step, double[] values, BitSet measured) {
    if (measured.get(target)) {
      forecast.seeTarget(values[target]);
    }
    if (!IntStream.of(places).allMatch(measured::get)) {
      return NOTHING;
    }
    for (int j = 0; j < row.length; j++) {
      row[j] = values[places[j]];
    }
    Optional<Reading> reading = forecast.see(step, row).filter(unused -> step >= fromStep);
    return reading.flatMap(this::reason).map(this::verdict).orElse(NOTHING);
  }

  private Verdict verdict(String reason) {
    return new Verdict(action, reason);
  }

  private Optional<String> reason(Reading reading) {
    return sign == Sign.DETOUR
        ? Optional.of(reading).filter(this::entersDetour).map(this::detour)
        : reading.prediction().filter(this::isLate).map(p -> late(reading.row(), p));
  }

  private boolean entersDetour(Reading reading) {
    return reading.first() && model.states().get(reading.state()).detour();
  }

  private String detour(Reading reading) {
    return "enters state "
        + reading.state()
        + " of earlier runs, a "
        + model.states().get(reading.state()).words();
  }

  private boolean isLate(Prediction prediction) {
    Moment moment = prediction.moment();
    return late[0] == 0 && moment.reliable() && prediction.converges() > moment.mean();
  }

  private String late(int modelRow, Prediction prediction) {
    late[0] = 1;
    return String.format(
        Locale.ROOT,
        "predicted at step %d to converge in row %.0f, later than %.0f, the mean of %d earlier runs",
        model.steps().get(modelRow),
        prediction.converges(),
        prediction.moment().mean(),
        prediction.moment().runs());
  }

  @Override
  public List<Slot> slots() {
    return List.of(new Slot("forecast", forecast.memory()), new Slot("late", late));
  }
}
