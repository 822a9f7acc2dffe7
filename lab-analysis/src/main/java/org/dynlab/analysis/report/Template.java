package org.dynlab.analysis.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places written {@code {{name}}}. */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)\\}\\}");
  private final String text;

  Template(String text) {
    this.text = text;
  }

  /** Every place filled, in one pass: what is filled in is not searched for places again. */
  String fill(Map<String, String> parts) {
    StringBuilder filled = new StringBuilder();
    int begin = 0;
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      String part = parts.get(place.group(1));
      if (part == null) {
        throw new IllegalArgumentException("nothing for place " + place.group());
      }
      filled.append(text, begin, place.start()).append(part);
      begin = place.end();
    }
    return filled.append(text, begin, text.length()).toString();
  }

  /** A text file beside this class, or at an absolute path of the class path. */
  static String resource(String name) {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + name + " cannot be read", e);
    }
  }
}
