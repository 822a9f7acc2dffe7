package org.dynlab.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;

/**
 * What a sweep must show, said about every run and asked of a share of them.
 *
 * <p>One quantity per run is held against {@code bounds}; which one depends on the parts given:
 *
 * <ul>
 *   <li>{@code stepsTo} alone: the first step at which the column reaches the value (key {@code
 *       steps});
 *   <li>{@code stepsTo} and {@code over}: that step divided by the first step of {@code over} (key
 *       {@code ratio});
 *   <li>{@code finalColumn}: the last measured value of the column (keys {@code final} and {@code
 *       value}).
 * </ul>
 *
 * @param that the statement in words
 * @param stepsTo the threshold whose first step is counted
 * @param over the threshold whose first step the count is divided by
 * @param finalColumn the column whose last value is looked at
 * @param bounds what the quantity must lie within
 * @param share the share of runs, in (0, 1], of which it must be true
 */
public record Claim(
    String that,
    Optional<Threshold> stepsTo,
    Optional<Threshold> over,
    Optional<String> finalColumn,
    Bounds bounds,
    double share) {

  /** The share when the config says none: every run. */
  public static final double EVERY_RUN = 1.0;

  /** A column reaching a value from below: first step with {@code column >= value}. */
  public record Threshold(String column, double value) {
    /** Refuses a value that is not finite. */
    public Threshold {
      Objects.requireNonNull(column, "column");
      require(Double.isFinite(value), "the value of a threshold must be finite");
    }
  }

  /** A closed interval; a missing side ({@code null}) is open, but not both. */
  public record Bounds(Double atLeast, Double atMost) {
    /** Refuses bounds that hold everything, nothing, or are not finite. */
    public Bounds {
      require(atLeast != null || atMost != null, "bounds need atLeast or atMost");
      require(atLeast == null || Double.isFinite(atLeast), "atLeast must be finite");
      require(atMost == null || Double.isFinite(atMost), "atMost must be finite");
      require(
          atLeast == null || atMost == null || atLeast <= atMost, "atLeast must not exceed atMost");
    }

    /** True if the value lies within; NaN never does. */
    public boolean contains(double value) {
      return !Double.isNaN(value)
          && (atLeast == null || value >= atLeast)
          && (atMost == null || value <= atMost);
    }
  }

  /** Refuses parts that do not belong together. */
  public Claim {
    Objects.requireNonNull(that, "that");
    Objects.requireNonNull(bounds, "bounds");
    require(stepsTo.isPresent() != finalColumn.isPresent(), "either stepsTo or final");
    require(over.isEmpty() || stepsTo.isPresent(), "over needs stepsTo");
    require(share > 0 && share <= 1, "share must be in (0, 1]");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }

  /** The claim a config wrote; all that is wrong with it in one {@link UserError}. */
  public static Claim fromTree(JsonNode node, String where) {
    return new ClaimReader(node, where).read();
  }

  /** The claim as the config writes it, with the share resolved. */
  public JsonNode toTree() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("that", that);
    stepsTo.ifPresent(t -> tree.putObject("stepsTo").put(t.column(), t.value()));
    over.ifPresent(t -> tree.putObject("over").put(t.column(), t.value()));
    finalColumn.ifPresent(column -> tree.put("final", column));
    ObjectNode sides = tree.putObject(quantity());
    if (bounds.atLeast() != null) {
      sides.put("atLeast", bounds.atLeast());
    }
    if (bounds.atMost() != null) {
      sides.put("atMost", bounds.atMost());
    }
    return tree.put("share", share);
  }

  /** What the bounds are about: {@code steps}, {@code ratio} or {@code value}. */
  public String quantity() {
    if (finalColumn.isPresent()) {
      return "value";
    }
    return over.isPresent() ? "ratio" : "steps";
  }
}
