package org.dynlab.app.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dynlab.core.experiment.Expansion;
import org.dynlab.core.experiment.ExperimentFile;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.dynlab.core.experiment.SweptKey;
import org.dynlab.store.problem.UserError;

/**
 * Sees to it that every run measures loss and accuracy at every step: the instrument is put before
 * the others unless it is listed. Where the grid reaches into the probes by their place in the
 * list, it is put behind them.
 */
public final class StandardProbe {
  private static final String KIND = "lossAndAccuracy";
  private static final String PROBES = "probes";

  private StandardProbe() {}

  /** The runs of that file, each with the instrument. */
  public static Expansion expand(ExperimentFile file, ExperimentLanguage language) {
    ExperimentFile completed = new ExperimentFile(file.name(), completed(file.tree()));
    try {
      return Expansion.of(completed, language);
    } catch (UserError error) {
      if (error.problems().stream().anyMatch(problem -> problem.where().contains(PROBES))) {
        // Places in the list are to be told as the user has numbered them.
        Expansion.of(file, language);
      }
      throw error;
    }
  }

  private static ObjectNode completed(ObjectNode written) {
    ObjectNode tree = written.deepCopy();
    if (!tree.has(PROBES)) {
      tree.putArray(PROBES);
    }
    if (tree.get(PROBES) instanceof ArrayNode probes) {
      add(probes, sweeps(tree));
    }
    for (SweptKey key : SweptKey.of(tree)) {
      if (key.path().equals(PROBES)) {
        key.values().values().forEach(StandardProbe::addToValue);
      }
    }
    return tree;
  }

  private static boolean sweeps(ObjectNode tree) {
    return SweptKey.of(tree).stream()
        .map(SweptKey::path)
        .anyMatch(path -> path.startsWith(PROBES) && !path.equals(PROBES));
  }

  private static void addToValue(JsonNode value) {
    if (value instanceof ArrayNode probes) {
      add(probes, false);
    }
  }

  private static void add(ArrayNode probes, boolean last) {
    for (var probe : probes) {
      if (KIND.equals(probe.path("kind").textValue())) {
        return;
      }
    }
    ObjectNode standard = JsonNodeFactory.instance.objectNode();
    probes.insert(last ? probes.size() : 0, standard.put("kind", KIND).put("every", 1));
  }
}
