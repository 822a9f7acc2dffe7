package org.dynlab.store.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.dynlab.store.problem.UserError;

/**
 * What a sweep must show, said about every run and asked of a share of them.
 *
 * <p>One number per run is held against {@code bounds}. What it is called in a config depends on
 * the claim: {@code steps} for a first step, {@code value} for a value of a column, {@code ratio}
 * for a first step over another one and for every comparison with another arm.
 *
 * @param that the statement in words
 * @param measured the number of one run
 * @param arm settings that the runs spoken of share, empty for all of them
 * @param against settings of another arm, if any: each run's number is divided by that of the run
 *     with the same seed there
 * @param bounds what the number must lie within
 * @param share the share of runs, in (0, 1], of which it must be true
 */
public record Claim(
    String that,
    Measured measured,
    Map<String, String> arm,
    Map<String, String> against,
    Bounds bounds,
    double share) {

  /** The share when the config says none: every run. */
  public static final double EVERY_RUN = 1.0;

  /** Refuses parts that do not belong together. */
  public Claim {
    Objects.requireNonNull(that, "that");
    Objects.requireNonNull(measured, "measured");
    Objects.requireNonNull(bounds, "bounds");
    arm = Collections.unmodifiableMap(new LinkedHashMap<>(arm));
    against = Collections.unmodifiableMap(new LinkedHashMap<>(against));
    require(against.isEmpty() || !isRatio(measured), "either over or against");
    require(against.isEmpty() || !measured.overRuns(), "against needs one number per run");
    require(share > 0 && share <= 1, "share must be in (0, 1]");
  }

  static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }

  private static boolean isRatio(Measured measured) {
    return measured instanceof Measured.FirstStep first && first.over().isPresent();
  }

  /** The claim a config wrote; all that is wrong with it in one {@link UserError}. */
  public static Claim fromTree(JsonNode node, String where) {
    return new ClaimReader(node, where).read();
  }

  /** The claim as the config writes it, with the share resolved. */
  public JsonNode toTree() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("that", that);
    if (measured instanceof Measured.FirstStep first) {
      put(tree.putObject("stepsTo"), first.to());
      first.over().ifPresent(over -> put(tree.putObject("over"), over));
    } else if (measured instanceof Measured.ValueAt value) {
      tree.putObject("at").put(value.column(), value.step());
    } else if (measured instanceof Measured.Rise rise) {
      tree.put("rise", rise.column());
    } else if (measured instanceof Measured.Fall fall) {
      tree.put("fall", fall.column());
    } else if (measured instanceof Measured.Found found) {
      tree.put("found", found.name());
    } else if (measured instanceof Measured.Correlation correlation) {
      tree.putObject(correlation.key()).put(correlation.column(), correlation.with());
    } else {
      tree.put("final", ((Measured.FinalValue) measured).column());
    }
    put(tree, "arm", arm);
    put(tree, "against", against);
    ObjectNode sides = tree.putObject(quantity());
    if (bounds.atLeast() != null) {
      sides.put("atLeast", bounds.atLeast());
    }
    if (bounds.atMost() != null) {
      sides.put("atMost", bounds.atMost());
    }
    return measured.overRuns() ? tree : tree.put("share", share);
  }

  private static void put(ObjectNode tree, Threshold threshold) {
    if (threshold.falling()) {
      tree.putObject(threshold.column()).put("atMost", threshold.value());
    } else {
      tree.put(threshold.column(), threshold.value());
    }
  }

  private static void put(ObjectNode tree, String key, Map<String, String> settings) {
    if (!settings.isEmpty()) {
      ObjectNode node = tree.putObject(key);
      settings.forEach(node::put);
    }
  }

  /** What the bounds are about: {@code steps}, {@code ratio} or {@code value}. */
  public String quantity() {
    if (isRatio(measured) || !against.isEmpty()) {
      return "ratio";
    }
    return measured instanceof Measured.FirstStep ? "steps" : "value";
  }
}
