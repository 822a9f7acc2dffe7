package org.dynlab.core.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dynlab.store.problem.NearestKey;
import org.dynlab.store.problem.UserError;

/**
 * A YAML text and the name it goes by in messages. Whatever the text, the outcome is a tree or a
 * {@link UserError}: at most 1,000,000 bytes, 50 levels and 100,000 values after aliases are
 * resolved, one document, no tags, no repeated keys.
 */
public record YamlSource(String name, String text) {
  static final int MOST_BYTES = 1_000_000;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** The content of that file, whose size is looked at before it is read. */
  public static YamlSource read(Path file) {
    String name = file.toString();
    if (Files.isDirectory(file)) {
      throw new UserError(name, "must be a YAML file", "a folder", inside(file));
    } else if (!Files.exists(file)) {
      throw new UserError(name, "must be a YAML file", "no such file", similar(file));
    } else if (!Files.isRegularFile(file)) {
      throw new UserError(name, "must be a YAML file", "something that is no plain file", "");
    }
    return new YamlSource(name, decoded(name, bytes(name, file)));
  }

  private static byte[] bytes(String name, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = Files.size(file) > MOST_BYTES ? new byte[0] : in.readNBytes(MOST_BYTES + 1);
      long size = Math.max(Files.size(file), bytes.length);
      if (size > MOST_BYTES) {
        throw new UserError(name, "must be at most " + MOST_BYTES + " bytes", size + " bytes", "");
      }
      return bytes;
    } catch (AccessDeniedException e) {
      throw new UserError(name, "must be readable", "no permission to read it", "");
    } catch (IOException e) {
      throw new UserError(name, "must be readable", String.valueOf(e.getMessage()), "");
    }
  }

  private static String decoded(String name, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    try {
      if (result.isError()) {
        result.throwException();
      }
    } catch (CharacterCodingException e) {
      String hex = "byte 0x" + Integer.toHexString(bytes[in.position()] & 0xff);
      throw new UserError(
          place(name, lineAt(text, text.length())), "must be UTF-8 text", hex, "save it as UTF-8");
    }
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /** The root mapping of the one document. */
  public ObjectNode mapping() {
    JsonNode root = value();
    if (root instanceof ObjectNode mapping) {
      return mapping;
    }
    boolean empty = root.isNull();
    throw new UserError(
        name,
        "must hold keys and values",
        empty ? "nothing" : Words.got(root),
        "the first line may be: name: my-experiment");
  }

  /** The one document, whatever it is; an empty one is null. */
  public JsonNode value() {
    return new YamlTree(this).read();
  }

  /** Line {@code line} (counted from 1) of this source, as a place in messages. */
  String at(int line) {
    return text.indexOf('\n') < 0 ? name : place(name, line);
  }

  static int lineAt(String text, int index) {
    return 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
  }

  private static String place(String name, int line) {
    return name + ": line " + line;
  }

  private static String similar(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || file.getFileName() == null) {
      return "";
    } else if (!Files.isDirectory(folder)) {
      return "there is no folder " + folder;
    }
    return NearestKey.of(file.getFileName().toString(), yamlFiles(folder))
        .map(near -> "did you mean " + near + "?")
        .orElseGet(() -> inside(folder));
  }

  private static String inside(Path folder) {
    List<String> files = yamlFiles(folder);
    return files.isEmpty()
        ? "there are no YAML files in that folder"
        : "YAML files there: " + String.join(", ", files);
  }

  private static List<String> yamlFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(".yaml") || file.endsWith(".yml"))
          .sorted()
          .limit(10)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
