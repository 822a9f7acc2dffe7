package org.dynlab.analysis.finding;

import java.util.ArrayList;
import java.util.List;

/** Names of the numbers that claims can be made on with {@code found}. */
public final class FoundNames {
  static final String STATES = "latentStates.states";
  static final String ORDERS = "latentStates.orders";
  static final String CONVERGED = "latentStates.converged";
  static final String R_SQUARED = "latentStates.rSquared";
  static final String P_VALUE = "latentStates.pValue";
  static final String DETOURS = "latentStates.detours";
  static final String DETOURS_AS_PUBLISHED = "latentStates.detoursAsPublished";
  static final String DISSIMILARITY = "latentStates.dissimilarity";
  static final String TOTAL_VARIATION = "latentStates.totalVariation";

  static final String GAP = "scores.gap";

  static final String RISES = "staircases.rises";
  static final String DROPS = "staircases.drops";
  static final String MATCHED = "staircases.matched";
  static final String BY_CHANCE = "staircases.pValue";
  static final String STAIRS_SPEARMAN = "staircases.spearman";

  static final String COMPRESSION = "phases.compression";
  static final String CONTRAST = "phases.contrast";

  static final String TAU = "relaxation.tau";
  static final String BETA = "relaxation.beta";
  static final String LEVELS = "relaxation.levels";
  static final String CHANGES = "relaxation.changes";

  static final String DOSE = "dose.spearman";

  static final String MIDDLE = "scores.interquartileMean";
  static final String IMPROVEMENT = "scores.improvement";

  static final String INDICATOR = "indicators.spearman";
  static final String INDICATOR_WITHIN = "indicators.within";

  /** Times of {@link org.dynlab.analysis.phase.PhaseTime} by their symbols. */
  private static final List<String> TIMES = List.of("t_fit", "t_DD", "t_IB", "t_LC", "t_LMN");

  private FoundNames() {}

  /** Those that stand alone. */
  public static List<String> plain() {
    return List.of(
        STATES,
        ORDERS,
        CONVERGED,
        R_SQUARED,
        P_VALUE,
        DETOURS,
        DETOURS_AS_PUBLISHED,
        DISSIMILARITY,
        TOTAL_VARIATION,
        GAP);
  }

  /** Those that are of a column, {@code NAME of COLUMN}. */
  public static List<String> ofColumns() {
    List<String> names =
        new ArrayList<>(
            List.of(
                RISES,
                DROPS,
                MATCHED,
                BY_CHANCE,
                STAIRS_SPEARMAN,
                COMPRESSION,
                CONTRAST,
                TAU,
                BETA,
                LEVELS,
                CHANGES,
                DOSE,
                MIDDLE,
                IMPROVEMENT,
                INDICATOR,
                INDICATOR_WITHIN));
    TIMES.forEach(symbol -> names.addAll(List.of(step(symbol), runs(symbol))));
    return List.copyOf(names);
  }

  /** Whether it is one number of all arms together. */
  public static boolean overArms(String kind) {
    return kind.equals(DOSE) || kind.equals(INDICATOR);
  }

  /** Whether it is of latent states. */
  public static boolean latent(String kind) {
    return kind.startsWith("latentStates.");
  }

  static boolean isTime(String symbol) {
    return TIMES.contains(symbol);
  }

  /** The median step of a time. */
  static String step(String symbol) {
    return "phases." + symbol;
  }

  /** The number of runs in which it was found. */
  static String runs(String symbol) {
    return "phases.runs_with_" + symbol;
  }
}
