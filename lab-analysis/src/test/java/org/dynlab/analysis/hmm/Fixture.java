package org.dynlab.analysis.hmm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.model.GaussianHmm;

/** The reference numbers of {@code reference/gaussian-hmm.json}. */
public final class Fixture {
  private static final JsonNode ROOT = read();

  private Fixture() {}

  private static JsonNode read() {
    try (InputStream in = Fixture.class.getResourceAsStream("/reference/gaussian-hmm.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One model with what hmmlearn says of it. */
  public record Case(String name, JsonNode json) {
    @Override
    public String toString() {
      return name;
    }

    /** The parameters after its iterations. */
    public GaussianHmm model() {
      Covariances kind =
          json.get("cov").asText().equals("full") ? Covariances.FULL : Covariances.DIAGONAL;
      return GaussianHmm.of(
          kind, numbers("startprob"), numbers("transmat"), numbers("means"), numbers("covars"));
    }

    /** All numbers of that entry in their order. */
    public double[] numbers(String key) {
      return flat(json.get(key));
    }

    public double number(String key) {
      return json.get(key).asDouble();
    }

    /** The case with the same start and no iteration. */
    public Case start() {
      return cases()
          .filter(other -> other.number("n_iter") == 0 && other.number("k") == number("k"))
          .filter(other -> other.json.get("cov").equals(json.get("cov")))
          .findFirst()
          .orElseThrow();
    }
  }

  public static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (JsonNode json : ROOT.get("cases")) {
      String name =
          json.get("cov").asText() + " K=" + json.get("k") + " iterations=" + json.get("n_iter");
      cases.add(new Case(name, json));
    }
    return cases.stream();
  }

  public static Sequences sequences() {
    Sequences.Builder builder = new Sequences.Builder(List.of("a", "b"));
    int row = 0;
    for (JsonNode length : ROOT.get("lengths")) {
      double[][] rows = new double[length.asInt()][];
      for (int t = 0; t < rows.length; t++) {
        rows[t] = flat(ROOT.get("X").get(row++));
      }
      builder.add("run-" + row, rows);
    }
    return builder.build();
  }

  private static double[] flat(JsonNode node) {
    List<Double> values = new ArrayList<>();
    collect(node, values);
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void collect(JsonNode node, List<Double> values) {
    if (node.isArray()) {
      node.forEach(child -> collect(child, values));
    } else {
      values.add(node.asDouble());
    }
  }
}
