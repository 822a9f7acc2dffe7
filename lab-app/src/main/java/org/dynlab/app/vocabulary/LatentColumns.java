package org.dynlab.app.vocabulary;

import java.util.List;
import java.util.stream.Stream;
import org.dynlab.store.problem.UserError;

/** What latent states are made of where an experiment names nothing else. */
public final class LatentColumns {
  /** The columns of arXiv 2308.09543, table 3, as {@code weightStatistics} calls them. */
  public static final List<String> WEIGHT_STATISTICS =
      Stream.concat(
              Stream.of(
                      "l1",
                      "l2",
                      "l1_over_l2",
                      "trace",
                      "spectral",
                      "trace_over_spectral",
                      "singular_mean",
                      "singular_variance",
                      "mean",
                      "median",
                      "variance")
                  .map(name -> "weight.all." + name),
              Stream.of("mean", "median", "variance").map(name -> "bias.all." + name))
          .toList();

  private LatentColumns() {}

  /** That none of them is measured. */
  public static UserError missing(String where) {
    return new UserError(
        where,
        "must have columns for latent states",
        "no weight statistics",
        "name others with features, or measure with"
            + " {kind: weightStatistics, singularValues: true}");
  }
}
