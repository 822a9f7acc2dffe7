package org.dynlab.core.experiment;

import java.util.regex.Pattern;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;

/**
 * Watches the runs by what the latent states of earlier runs foretell, and flags or ends those that
 * it foretells ill of. None is watched unless it is asked for.
 */
public record Pruning(
    @Meaning("forecast.json that lab analyze left of the earlier runs") String forecast,
    @Meaning("SHA-256 of that file, which lab analyze prints") String sha256,
    @Meaning("what is looked for") Sign when,
    @Default("flag") @Meaning("what is done then") Act then,
    @Default("0") @Meaning("step before which nothing is done") long fromStep) {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /** What is looked for in a run. */
  public enum Sign {
    /** It comes into a state that was a detour to the earlier runs. */
    DETOUR,
    /**
     * It is predicted to converge later than the mean of the earlier runs, at a row at which such
     * predictions were better than chance.
     */
    LATE
  }

  /** What is done with a run. */
  public enum Act {
    /** It is said, and the run goes on. */
    FLAG,
    /** The run ends there, as completed. */
    END
  }

  /** Checks that there is a name, and a digest. */
  public Pruning {
    new Checks()
        .that(!forecast.isBlank(), "forecast", "must name a file", '"' + forecast + '"')
        .that(
            DIGEST.matcher(sha256).matches(),
            "sha256",
            "must be 64 hexadecimal digits in lower case",
            '"' + sha256 + '"')
        .that(fromStep >= 0, "fromStep", "must be >= 0", fromStep)
        .done();
  }
}
