package org.dynlab.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.dynlab.core.experiment.Pruning.Act;
import org.dynlab.store.ForecastFile;
import org.dynlab.store.ForecastFile.Hmm;
import org.dynlab.store.ForecastFile.Moment;
import org.dynlab.store.ForecastFile.State;

/**
 * A forecast of two states of the training loss, around 2 and around 1.5 nats, of which the second
 * is a detour; rows in it make a run late.
 *
 * @param sha256 of the file
 */
record SampleForecast(Path file, String sha256) {

  /** One that reads the rows of steps 0 to {@code last}, and predicts at some of them. */
  static SampleForecast in(Path folder, int last, int... moments) {
    Path file = folder.resolve("forecast.json");
    List<Moment> predicted =
        Arrays.stream(moments)
            .mapToObj(
                r -> new Moment(r, 20, 50.0, 40.0, List.of(0.0, 30.0, 0.0, 0.0), true, "good"))
            .toList();
    ForecastFile forecast =
        new ForecastFile(
            ForecastFile.CURRENT_FORMAT,
            "pilot",
            "all runs",
            "eval.accuracy > 0.99",
            List.of("train.loss"),
            LongStream.rangeClosed(0, last).boxed().toList(),
            List.of(1.75),
            List.of(0.25),
            new Hmm(
                "spherical",
                List.of(0.9, 0.1),
                List.of(0.9, 0.1, 0.1, 0.9),
                List.of(1.0, -1.0),
                List.of(0.5, 0.5)),
            List.of(new State(false, "obligatory"), new State(true, "detour, visited by 9 runs")),
            predicted);
    return new SampleForecast(file, forecast.write(file));
  }

  String late(Act then) {
    return pruning("late", then);
  }

  String detour(Act then) {
    return pruning("detour", then);
  }

  private String pruning(String when, Act then) {
    return String.format(
        "{forecast: '%s', sha256: %s, when: %s, then: %s}",
        file, sha256, when, then.name().toLowerCase(Locale.ROOT));
  }
}
