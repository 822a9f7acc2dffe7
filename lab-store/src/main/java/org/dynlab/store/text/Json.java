package org.dynlab.store.text;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dynlab.store.problem.UserError;

/**
 * The one dialect of JSON in a run directory: fields in the order of the record, line feeds on
 * every system, lower-case words for enums; on reading unknown fields pass, and missing, repeated
 * and wrongly typed ones do not.
 */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(LogicalType.Textual, Json::refuseOtherScalars)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
  private static final ObjectReader READER = MAPPER.reader();
  private static final ObjectWriter LINE = MAPPER.writer();
  private static final ObjectWriter PRETTY =
      MAPPER
          .writer(
              new DefaultPrettyPrinter(SEPARATORS)
                  .withObjectIndenter(INDENT)
                  .withArrayIndenter(INDENT))
          .with(SerializationFeature.INDENT_OUTPUT);

  private Json() {}

  /** A number where a text belongs is damage, not a text. */
  private static void refuseOtherScalars(MutableCoercionConfig texts) {
    texts
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  /** Indented, with a line feed at the end. */
  public static byte[] pretty(Object value) {
    return (text(PRETTY, value) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** On one line, without a line feed. */
  public static String line(Object value) {
    return text(LINE, value);
  }

  private static String text(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file as a tree; a missing file or broken JSON is a user's error. */
  public static JsonNode tree(Path file) {
    return parse(TextFile.read(file), file.toString());
  }

  /** The text as a tree; broken JSON is a user's error at that place. */
  public static JsonNode parse(String text, String where) {
    try {
      JsonNode tree = READER.readTree(text);
      if (tree.isMissingNode()) {
        throw new UserError(where, "must be JSON", "nothing", "");
      } else if (overflows(tree)) {
        throw new UserError(where, "must hold numbers below 1.8e308", "a larger one", "");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new UserError(where, "must be JSON", words(e), "");
    }
  }

  /** What is wrong, without the source that is not shown. */
  private static String words(JsonProcessingException e) {
    return e.getOriginalMessage().replaceAll("Source: REDACTED \\([^;]*; ", "");
  }

  /** JSON has no word for infinity: where one was read, the text said a number. */
  private static boolean overflows(JsonNode tree) {
    if (tree.isDouble()) {
      return Double.isInfinite(tree.doubleValue());
    }
    for (JsonNode child : tree) {
      if (overflows(child)) {
        return true;
      }
    }
    return false;
  }

  /** The text as a tree, or nothing if it is not JSON. */
  public static Optional<JsonNode> tryParse(String text) {
    try {
      return Optional.of(READER.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The tree as a record; what does not fit is a user's error with its path. */
  public static <T> T bind(JsonNode tree, Class<T> type, String where) {
    if (!tree.isObject()) {
      throw new UserError(where, "must be a JSON object", shown(tree), "");
    }
    try {
      return READER.treeToValue(tree, type);
    } catch (JsonMappingException e) {
      String path = e.getPath().stream().map(Json::step).collect(Collectors.joining("."));
      throw new UserError(
          path.isEmpty() ? where : where + ": " + path,
          "must be what docs/run-directory.md says",
          got(tree, e),
          "");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a record refused says why; for all else the value that was found is enough. */
  private static String got(JsonNode tree, JsonMappingException e) {
    if (e.getCause() instanceof IllegalArgumentException refusal) {
      return refusal.getMessage();
    }
    JsonNode node = tree;
    for (JsonMappingException.Reference step : e.getPath()) {
      node =
          step.getFieldName() == null ? node.path(step.getIndex()) : node.path(step.getFieldName());
    }
    return shown(node);
  }

  private static String step(JsonMappingException.Reference step) {
    return step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName();
  }

  /** A value in a message. */
  public static String shown(JsonNode node) {
    String text = node.isMissingNode() ? "nothing" : node.toString();
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }
}
