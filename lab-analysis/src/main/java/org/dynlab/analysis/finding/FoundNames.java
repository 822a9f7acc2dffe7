package org.dynlab.analysis.finding;

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

  private FoundNames() {}

  /** All of them. */
  public static List<String> all() {
    return List.of(
        STATES,
        ORDERS,
        CONVERGED,
        R_SQUARED,
        P_VALUE,
        DETOURS,
        DETOURS_AS_PUBLISHED,
        DISSIMILARITY,
        TOTAL_VARIATION);
  }
}
