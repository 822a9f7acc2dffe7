package org.dynlab.app.vocabulary;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.dynlab.app.terminal.TextTable;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.describe.RecordWriter;

/** Catalogues in words: every member with its keys, their types, defaults and meanings. */
public final class CatalogueText {
  private static final String REQUIRED = "required";

  private final RecordWriter writer;

  public CatalogueText(RecordWriter writer) {
    this.writer = writer;
  }

  public String of(String heading, Catalogue<?> catalogue) {
    StringBuilder text = new StringBuilder(heading).append('\n');
    for (String kind : catalogue.kinds()) {
      Class<?> member = catalogue.find(kind).orElseThrow();
      Meaning meaning = member.getAnnotation(Meaning.class);
      text.append("  ").append(kind);
      text.append(meaning == null ? "" : ": " + meaning.value()).append('\n');
      text.append(keys(member).indent(6));
    }
    return text.append('\n').toString();
  }

  private String keys(Class<?> member) {
    RecordComponent[] components = member.getRecordComponents();
    if (components.length == 0) {
      return "";
    }
    TextTable table = new TextTable("key", "default", "value", "meaning");
    for (RecordComponent component : components) {
      Default standard = component.getAnnotation(Default.class);
      Meaning meaning = component.getAnnotation(Meaning.class);
      table.row(
          component.getName(),
          standard == null ? REQUIRED : standard.value(),
          words(component.getGenericType()),
          meaning == null ? "" : meaning.value());
    }
    return table.text();
  }

  private String words(Type type) {
    if (type instanceof ParameterizedType container) {
      Type[] arguments = container.getActualTypeArguments();
      String inner = words(arguments[arguments.length - 1]);
      return container.getRawType() == java.util.List.class ? "list: " + inner : inner;
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      return constants(plain);
    } else if (plain == int.class || plain == long.class || Number.class.isAssignableFrom(plain)) {
      return plain == Double.class ? "number" : "whole number";
    } else if (plain == double.class) {
      return "number";
    } else if (plain == boolean.class || plain == Boolean.class) {
      return "true | false";
    }
    return family(plain);
  }

  private String constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> writer.toTree(constant, type).textValue())
        .collect(Collectors.joining(" | "));
  }

  private static String family(Class<?> type) {
    return Vocabulary.catalogues().stream()
        .filter(catalogue -> catalogue.type() == type)
        .map(Catalogue::noun)
        .findFirst()
        .orElse("text");
  }
}
