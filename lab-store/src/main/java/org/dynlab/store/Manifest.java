package org.dynlab.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dynlab.store.disk.AtomicFile;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.text.Json;

/**
 * The identity of one run: what was asked for, what made it, and how it ended.
 *
 * @param formatVersion version of the run directory's format
 * @param index number of the run in its sweep, from 0
 * @param experiment name of the experiment
 * @param hash hash of the resolved spec
 * @param seed root of the run's seed tree
 * @param point the run's place in the sweep's grid: key to value, in the order of the grid
 * @param spec the resolved spec with every default; shared, not to be changed
 * @param provenance what made the run
 * @param caveats what readers of its numbers must know
 * @param started start as an ISO-8601 instant
 * @param continued when it was taken up again, in order
 * @param ended end as an ISO-8601 instant, empty until the run is over
 * @param ending how it ended, {@code null} until the run is over
 * @param usage what it took since it was started or last taken up, {@code null} if nobody knows
 */
public record Manifest(
    int formatVersion,
    int index,
    String experiment,
    String hash,
    long seed,
    Map<String, String> point,
    JsonNode spec,
    Provenance provenance,
    List<Caveat> caveats,
    String started,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Continuation> continued,
    String ended,
    Ending ending,
    @JsonInclude(JsonInclude.Include.NON_NULL) Usage usage) {

  /** The version that this code writes, and the newest one that it reads. */
  public static final int CURRENT_FORMAT = 1;

  /** Copies the point in its order; without caveats, continuations or an end there are none. */
  public Manifest {
    Objects.requireNonNull(experiment, "experiment");
    Objects.requireNonNull(hash, "hash");
    point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(provenance, "provenance");
    caveats = caveats == null ? List.of() : List.copyOf(caveats);
    Objects.requireNonNull(started, "started");
    continued = continued == null ? List.of() : List.copyOf(continued);
    ended = ended == null ? "" : ended;
  }

  /** The same run, over. */
  Manifest ended(Ending newEnding, String instant, Optional<Usage> newUsage) {
    return with(
        continued,
        Objects.requireNonNull(instant, "instant"),
        Objects.requireNonNull(newEnding, "ending"),
        newUsage.orElse(null));
  }

  /** The same run, taken up again. */
  Manifest continued(Continuation continuation) {
    List<Continuation> all = new ArrayList<>(continued);
    all.add(continuation);
    return with(all, "", null, null);
  }

  private Manifest with(
      List<Continuation> newContinued, String newEnded, Ending newEnding, Usage newUsage) {
    return new Manifest(
        formatVersion,
        index,
        experiment,
        hash,
        seed,
        point,
        spec,
        provenance,
        caveats,
        started,
        newContinued,
        newEnded,
        newEnding,
        newUsage);
  }

  /** True once the run is over. */
  public boolean isOver() {
    return ending != null;
  }

  /** The manifest in a file; a newer format, a missing field or broken JSON is a user's error. */
  static Manifest read(Path file) {
    JsonNode tree = Json.tree(file);
    JsonNode version = tree.path("formatVersion");
    if (!version.isInt() || version.intValue() < 1) {
      throw new UserError(
          file + ": formatVersion", "must be a whole number from 1", Json.shown(version), "");
    }
    if (version.intValue() > CURRENT_FORMAT) {
      throw new UserError(
          file + ": formatVersion",
          "must be at most " + CURRENT_FORMAT,
          Json.shown(version),
          "the run was made by a newer version of the lab; use that one to read it");
    }
    return Json.bind(completed(tree), Manifest.class, file.toString());
  }

  /** Fields that are left out when they are empty, or that older runs do not have. */
  private static JsonNode completed(JsonNode tree) {
    ObjectNode fields = (ObjectNode) tree;
    for (String list : List.of("caveats", "continued")) {
      if (!fields.has(list)) {
        fields.putArray(list);
      }
    }
    if (!fields.has("usage")) {
      fields.putNull("usage");
    }
    Provenance.complete(fields.path("provenance"));
    fields.path("continued").forEach(each -> Provenance.complete(each.path("provenance")));
    return fields;
  }

  /** Replaces the file in one move. */
  void write(Path file) {
    AtomicFile.write(file, Json.pretty(this));
  }
}
