package org.dynlab.app.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The language between launcher and worker: one JSON object on one line. */
final class JsonLine {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonLine() {}

  static String of(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the line says; nothing if it is no such object, e.g. something a library has printed. */
  static <T> Optional<T> parse(String line, Class<T> type) {
    try {
      return Optional.ofNullable(MAPPER.readValue(line, type));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
