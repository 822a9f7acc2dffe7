package org.dynlab.store.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.text.Sha256;

/**
 * The bytes of a checkpoint, little-endian: eight letters, the format's version, the length of a
 * JSON header and the header, the arrays' doubles one after the other, and the SHA-256 of all that.
 */
final class CheckpointBytes {
  private static final byte[] MAGIC = "DYNLABCK".getBytes(StandardCharsets.US_ASCII);
  static final int VERSION = 1;
  static final int PREFIX = MAGIC.length + 2 * Integer.BYTES;
  static final int DIGEST = 32;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private CheckpointBytes() {}

  static byte[] of(Checkpoint checkpoint) {
    byte[] header = header(checkpoint).toString().getBytes(StandardCharsets.UTF_8);
    long doubles = checkpoint.names().stream().mapToLong(n -> checkpoint.array(n).length).sum();
    int size = Math.toIntExact(PREFIX + header.length + doubles * Double.BYTES + DIGEST);
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC).putInt(VERSION).putInt(header.length).put(header);
    for (String name : checkpoint.names()) {
      double[] values = checkpoint.array(name);
      out.asDoubleBuffer().put(values);
      out.position(out.position() + values.length * Double.BYTES);
    }
    out.put(digest(out.array(), size - DIGEST));
    return out.array();
  }

  private static ObjectNode header(Checkpoint checkpoint) {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.put("hash", checkpoint.hash()).put("step", checkpoint.step());
    header.set("layout", MAPPER.valueToTree(checkpoint.layout()));
    ObjectNode counters = header.putObject("counters");
    checkpoint.counters().forEach(counters::put);
    ObjectNode arrays = header.putObject("arrays");
    checkpoint.names().forEach(name -> arrays.put(name, checkpoint.array(name).length));
    return header;
  }

  /** Whether a file that begins like this is a checkpoint. */
  static boolean begins(byte[] prefix) {
    return Arrays.equals(Arrays.copyOf(prefix, MAGIC.length), MAGIC);
  }

  /** The format's version in the beginning of a checkpoint. */
  static int version(byte[] prefix) {
    return ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getInt(MAGIC.length);
  }

  /** The file must hold what was written; it is the disk's fault if it does not. */
  static void verify(Path file) {
    try {
      Checkpoint unused = read(file);
    } catch (UserError damaged) {
      IOException cause = new IOException("the disk gives back other bytes than it was given");
      cause.initCause(damaged);
      throw new UncheckedIOException("cannot write " + file, cause);
    }
  }

  static Checkpoint read(Path file) {
    try {
      CheckpointCheck.wholeness(file);
      byte[] bytes = Files.readAllBytes(file);
      ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      int length = in.getInt(MAGIC.length + Integer.BYTES);
      in.limit(bytes.length - DIGEST).position(PREFIX + length);
      return read(MAPPER.readTree(bytes, PREFIX, length), in);
    } catch (IllegalArgumentException | BufferUnderflowException | JsonProcessingException e) {
      throw CheckpointCheck.refused(file, "one whose header does not fit its arrays");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static Checkpoint read(JsonNode header, ByteBuffer in) throws IOException {
    List<Block> layout = new ArrayList<>();
    for (JsonNode block : part(header, "layout", JsonNode::isArray)) {
      layout.add(MAPPER.treeToValue(checked(block, JsonNode::isObject), Block.class));
    }
    Map<String, Long> counters = new LinkedHashMap<>();
    for (var counter : part(header, "counters", JsonNode::isObject).properties()) {
      counters.put(counter.getKey(), whole(counter.getValue()));
    }
    String hash = part(header, "hash", JsonNode::isTextual).textValue();
    Checkpoint checkpoint = new Checkpoint(hash, whole(header.path("step")), layout, counters);
    for (var array : part(header, "arrays", JsonNode::isObject).properties()) {
      long length = whole(array.getValue());
      if (length < 0 || length > in.remaining() / Double.BYTES) {
        throw new BufferUnderflowException();
      }
      double[] values = new double[(int) length];
      in.asDoubleBuffer().get(values);
      in.position(in.position() + values.length * Double.BYTES);
      checkpoint.with(array.getKey(), values);
    }
    return checkpoint;
  }

  private static JsonNode part(JsonNode header, String key, Predicate<JsonNode> kind) {
    return checked(header.path(key), kind);
  }

  private static long whole(JsonNode node) {
    return checked(node, n -> n.isIntegralNumber() && n.canConvertToLong()).longValue();
  }

  private static JsonNode checked(JsonNode node, Predicate<JsonNode> kind) {
    if (!kind.test(node)) {
      throw new IllegalArgumentException("not what belongs there: " + node);
    }
    return node;
  }

  private static byte[] digest(byte[] bytes, int length) {
    MessageDigest digest = Sha256.begin();
    digest.update(bytes, 0, length);
    return digest.digest();
  }
}
