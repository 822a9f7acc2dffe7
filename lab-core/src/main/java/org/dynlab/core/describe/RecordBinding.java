package org.dynlab.core.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/** Binds one mapping to one record: its keys, its defaults, its own rules. */
final class RecordBinding {
  private final RecordReader reader;
  private final Class<?> record;
  private final List<RecordComponent> components;
  private final List<String> beside;

  RecordBinding(RecordReader reader, Class<?> record, List<String> beside) {
    this.reader = reader;
    this.record = record;
    this.components = reader.components(record);
    this.beside = beside;
  }

  Object read(JsonNode node) {
    if (!node.isObject()) {
      throw new UserError("", "must be a mapping", Words.got(node), knownKeys());
    }
    Checks checks = new Checks();
    refuseUnknownKeys(node, checks);
    List<Optional<Object>> values = new ArrayList<>();
    for (RecordComponent component : components) {
      values.add(checks.within(component.getName(), () -> value(node, component)));
    }
    Optional<Object> built = build(values, checks);
    checks.done();
    return built.orElseThrow();
  }

  private void refuseUnknownKeys(JsonNode node, Checks checks) {
    List<String> known = names();
    known.addAll(beside);
    for (var entry : node.properties()) {
      String key = entry.getKey();
      if (!known.contains(key)) {
        String hint =
            known.isEmpty() ? "there are no keys here" : Words.hint(key, known, "known keys");
        checks.add(new Problem(key, "must be a known key", key, hint));
      }
    }
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (RecordComponent component : components) {
      names.add(component.getName());
    }
    return names;
  }

  private String knownKeys() {
    return components.isEmpty() ? "" : "known keys: " + String.join(", ", names());
  }

  private Object value(JsonNode node, RecordComponent component) {
    JsonNode given = node.get(component.getName());
    Class<?> plain = component.getType();
    if (given == null) {
      return omitted(component);
    } else if (given.isNull() && plain != Optional.class && plain != JsonNode.class) {
      String hint = defaultText(component).map(text -> "leave the key out for " + text).orElse("");
      throw new UserError("", "must have a value", "nothing", hint);
    }
    return reader.value(given, component.getGenericType());
  }

  private Object omitted(RecordComponent component) {
    Optional<String> text = defaultText(component);
    if (text.isPresent()) {
      return defaultValue(component, text.get());
    } else if (component.getType() == Optional.class) {
      return Optional.empty();
    }
    throw new UserError("", "must be given", "nothing", advice(component));
  }

  private String advice(RecordComponent component) {
    return reader
        .language()
        .family(component.getType())
        .map(FamilyBinding::forms)
        .orElseGet(() -> meaning(component));
  }

  private static String meaning(RecordComponent component) {
    Meaning meaning = component.getAnnotation(Meaning.class);
    return meaning == null ? "" : meaning.value();
  }

  private static Optional<String> defaultText(RecordComponent component) {
    return Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value);
  }

  private Object defaultValue(RecordComponent component, String text) {
    Type type = component.getGenericType();
    try {
      return reader.value(reader.defaultTree(text), type);
    } catch (UserError error) {
      throw new IllegalStateException(
          "the default of " + record.getName() + "." + component.getName() + " is wrong", error);
    }
  }

  private Optional<Object> build(List<Optional<Object>> values, Checks checks) {
    if (values.stream().allMatch(Optional::isPresent)) {
      Object[] arguments = values.stream().map(Optional::orElseThrow).toArray();
      return checks.within("", () -> Construction.of(record, arguments));
    }
    List<List<Object>> candidates = new ArrayList<>();
    for (int i = 0; i < components.size(); i++) {
      RecordComponent component = components.get(i);
      Optional<Object> byDefault =
          defaultText(component).map(text -> defaultValue(component, text));
      candidates.add(
          values.get(i).map(List::of).orElseGet(() -> StandIn.forFailed(component, byDefault)));
    }
    List<String> failed = new ArrayList<>(names());
    failed.removeIf(name -> values.get(names().indexOf(name)).isPresent());
    Construction.problemsWhatever(record, candidates, failed).forEach(checks::add);
    return Optional.empty();
  }
}
