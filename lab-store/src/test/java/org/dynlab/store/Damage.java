package org.dynlab.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The ways in which disks, editors and foes change the bytes of a file. */
enum Damage {
  FLIPPED_BIT {
    @Override
    byte[] of(byte[] bytes, SplittableRandom random) {
      byte[] changed = bytes.clone();
      changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      return changed;
    }
  },
  REPLACED_BYTE {
    @Override
    byte[] of(byte[] bytes, SplittableRandom random) {
      byte[] changed = bytes.clone();
      changed[random.nextInt(bytes.length)] = anyByte(random);
      return changed;
    }
  },
  INSERTED_BYTE {
    @Override
    byte[] of(byte[] bytes, SplittableRandom random) {
      return spliced(bytes, random.nextInt(bytes.length + 1), 0, new byte[] {anyByte(random)});
    }
  },
  DELETED_BYTES {
    @Override
    byte[] of(byte[] bytes, SplittableRandom random) {
      int from = random.nextInt(bytes.length);
      return spliced(bytes, from, lengthFrom(from, bytes, random), new byte[0]);
    }
  },
  CUT_END {
    @Override
    byte[] of(byte[] bytes, SplittableRandom random) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
  },
  COPIED_BLOCK {
    @Override
    byte[] of(byte[] bytes, SplittableRandom random) {
      int from = random.nextInt(bytes.length);
      int length = lengthFrom(from, bytes, random);
      byte[] block = Arrays.copyOfRange(bytes, from, from + length);
      int at = random.nextInt(bytes.length - length + 1);
      return spliced(bytes, at, random.nextBoolean() ? length : 0, block);
    }
  },
  ZEROED_BLOCK {
    @Override
    byte[] of(byte[] bytes, SplittableRandom random) {
      byte[] changed = bytes.clone();
      int from = random.nextInt(bytes.length);
      Arrays.fill(changed, from, from + lengthFrom(from, bytes, random), (byte) 0);
      return changed;
    }
  },
  CHANGED_NUMBER {
    @Override
    byte[] of(byte[] bytes, SplittableRandom random) {
      int from = random.nextInt(bytes.length);
      while (from < bytes.length && !isDigit(bytes[from])) {
        from++;
      }
      int to = from;
      while (to < bytes.length && isDigit(bytes[to])) {
        to++;
      }
      return spliced(bytes, from, to - from, one(NUMBERS, random));
    }
  },
  STRANGE_TEXT {
    @Override
    byte[] of(byte[] bytes, SplittableRandom random) {
      int from = random.nextInt(bytes.length);
      int length = random.nextBoolean() ? lengthFrom(from, bytes, random) : 0;
      return spliced(bytes, from, length, one(TEXTS, random));
    }
  },
  DEEP_BRACKETS {
    @Override
    byte[] of(byte[] bytes, SplittableRandom random) {
      String bracket = random.nextBoolean() ? "[" : "{\"a\":";
      String deep = bracket.repeat(1 + random.nextInt(2000));
      return spliced(bytes, random.nextInt(bytes.length + 1), 0, ascii(deep));
    }
  };

  private static final List<String> NUMBERS =
      List.of(
          "",
          "-",
          "-1",
          "00",
          "1e3",
          "1.5",
          "NaN",
          "Infinity",
          "1E999",
          "1E-999",
          "1E99999999999",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "123456789012345678901234567890",
          "0x1F",
          "1_000",
          "\u0661",
          "9".repeat(1500));
  private static final List<String> TEXTS =
      List.of(
          "null",
          "true",
          "\"\"",
          "{}",
          "[]",
          "\n",
          "\r\n",
          ",",
          ",,",
          "\"",
          "\\",
          "\\u0000",
          "\u001b[2J",
          "../../etc",
          "/",
          "\uFEFF",
          "\u2028",
          "e",
          "E5",
          ".",
          "x".repeat(5000));

  /** Another array with this damage, at a place and of a kind that the numbers decide. */
  abstract byte[] of(byte[] bytes, SplittableRandom random);

  /** One to three damages; the result differs from what was given. */
  static byte[] some(byte[] bytes, SplittableRandom random) {
    byte[] changed = bytes;
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count || Arrays.equals(changed, bytes); i++) {
      if (changed.length == 0) {
        return changed;
      }
      changed = values()[random.nextInt(values().length)].of(changed, random);
    }
    return changed;
  }

  private static byte[] spliced(byte[] bytes, int at, int removed, byte[] inserted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    out.writeBytes(inserted);
    out.write(bytes, at + removed, bytes.length - at - removed);
    return out.toByteArray();
  }

  /** Mostly short. */
  private static int lengthFrom(int from, byte[] bytes, SplittableRandom random) {
    int longest = random.nextInt(4) == 0 ? bytes.length : 8;
    return 1 + random.nextInt(Math.min(longest, bytes.length - from));
  }

  private static byte[] one(List<String> texts, SplittableRandom random) {
    return texts.get(random.nextInt(texts.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte anyByte(SplittableRandom random) {
    return (byte) random.nextInt(256);
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
