package org.dynlab.core.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * One YAML document as a tree, built from the parser's events so that every refusal knows its line.
 * Aliases become copies, and what they copy counts: a document that unfolds into too much is
 * refused before it does.
 */
final class YamlTree {
  private static final int DEEPEST = 50;
  private static final int MOST_VALUES = 100_000;
  private static final int MOST_REPEATED = 20;
  private static final int LONGEST_WORD = 10_000;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final YamlSource source;
  private final Checks checks = new Checks();
  private final Map<String, Anchor> anchors = new HashMap<>();
  private Parser parser;
  private int values;
  private int depth;
  private int deepest;
  private int repeated;

  private record Anchor(JsonNode node, int values, int depth) {}

  YamlTree(YamlSource source) {
    this.source = source;
  }

  JsonNode read() {
    refuseControlCharacters();
    refuseLongWords();
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(YamlSource.MOST_BYTES);
    parser = new ParserImpl(new StreamReader(source.text()), options);
    try {
      JsonNode root = document();
      checks.done();
      return root;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      String got = "a syntax error: " + e.getProblem();
      throw new UserError(source.at(line), "must be YAML", got, advice(e.getProblem()));
    }
  }

  private void refuseControlCharacters() {
    String text = source.text();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!StreamReader.isPrintable(text.codePointAt(i))) {
        String got = "character U+%04X".formatted(text.codePointAt(i));
        throw new UserError(source.at(YamlSource.lineAt(text, i)), "must be plain text", got, "");
      }
    }
  }

  /** To the parser a long word is many characters, to this a pair of numbers. */
  private void refuseLongWords() {
    String text = source.text();
    int begin = 0;
    for (int i = 0; i < text.length(); i++) {
      if (" ,[]{}\n".indexOf(text.charAt(i)) >= 0) {
        begin = i + 1;
      } else if (i - begin == LONGEST_WORD) {
        String rule = "must have words of at most " + LONGEST_WORD + " characters";
        throw new UserError(source.at(YamlSource.lineAt(text, i)), rule, "a longer one", "");
      }
    }
  }

  private static String advice(String problem) {
    if (problem.contains("TAB")) {
      return "indent with spaces";
    } else if (problem.contains("mapping values are not allowed")) {
      return "put text that holds a colon in quotes, and check the indentation";
    }
    return "check brackets, quotes and indentation";
  }

  private JsonNode document() {
    parser.getEvent();
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      return NODES.nullNode();
    }
    parser.getEvent();
    JsonNode root = node();
    parser.getEvent();
    if (!parser.checkEvent(Event.ID.StreamEnd)) {
      throw refused(parser.peekEvent(), "must be the only document", "a second one after ---", "");
    }
    return root;
  }

  private JsonNode node() {
    NodeEvent event = (NodeEvent) parser.getEvent();
    count(event, 1);
    if (event instanceof AliasEvent alias) {
      return copy(alias);
    }
    int before = values;
    int deepestBefore = deepest;
    deepest = depth;
    JsonNode node =
        event instanceof ScalarEvent scalar ? scalar(scalar) : within((CollectionStartEvent) event);
    if (event.getAnchor() != null) {
      anchors.put(event.getAnchor(), new Anchor(node, values - before, deepest - depth));
    }
    deepest = Math.max(deepest, deepestBefore);
    return node;
  }

  private void count(NodeEvent event, int more) {
    values += more;
    if (values > MOST_VALUES) {
      throw refused(
          event, "must hold at most " + MOST_VALUES + " values", "more", "use fewer aliases");
    }
  }

  private JsonNode copy(AliasEvent alias) {
    Anchor anchor = anchors.get(alias.getAnchor());
    if (anchor == null) {
      throw refused(alias, "must name an anchor that ends above it", "*" + alias.getAnchor(), "");
    }
    count(alias, anchor.values());
    descend(alias, anchor.depth());
    depth -= anchor.depth();
    return anchor.node().deepCopy();
  }

  private JsonNode scalar(ScalarEvent event) {
    refuseTag(event, event.getTag());
    return event.getScalarStyle() == ScalarStyle.PLAIN
        ? YamlScalar.of(event.getValue())
        : NODES.textNode(event.getValue());
  }

  private JsonNode within(CollectionStartEvent event) {
    refuseTag(event, event.getTag());
    descend(event, 1);
    JsonNode node = event instanceof MappingStartEvent ? mapping() : sequence();
    parser.getEvent();
    depth--;
    return node;
  }

  private void descend(NodeEvent event, int levels) {
    depth += levels;
    deepest = Math.max(deepest, depth);
    if (depth > DEEPEST) {
      throw refused(event, "must be at most " + DEEPEST + " levels deep", "more", "");
    }
  }

  private ArrayNode sequence() {
    ArrayNode array = NODES.arrayNode();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      array.add(node());
    }
    return array;
  }

  private ObjectNode mapping() {
    ObjectNode object = NODES.objectNode();
    Map<String, Integer> lines = new HashMap<>();
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      Event event = parser.getEvent();
      String key = key(event);
      int line = event.getStartMark().getLine() + 1;
      Integer first = lines.putIfAbsent(key, line);
      if (first != null) {
        refuseRepeated(key, line, first);
      }
      object.set(key, node());
    }
    return object;
  }

  /** All of them at once, but nobody reads more than a screen of them. */
  private void refuseRepeated(String key, int line, int first) {
    String hint = "first in line " + first;
    checks.add(new Problem(source.at(line), "must not repeat a key", key, hint));
    if (++repeated == MOST_REPEATED) {
      checks.done();
    }
  }

  private String key(Event event) {
    if (event instanceof ScalarEvent scalar && !scalar.getValue().isEmpty()) {
      refuseTag(scalar, scalar.getTag());
      return scalar.getValue();
    }
    throw refused(event, "must have a word before the colon", "none", "");
  }

  private void refuseTag(Event event, String tag) {
    if (tag != null) {
      String got = tag.replace("tag:yaml.org,2002:", "!!");
      throw refused(event, "must not use tags", got, "remove the tag");
    }
  }

  private UserError refused(Event event, String rule, String got, String hint) {
    return new UserError(source.at(event.getStartMark().getLine() + 1), rule, got, hint);
  }
}
