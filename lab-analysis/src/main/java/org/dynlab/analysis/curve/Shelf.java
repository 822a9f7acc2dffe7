package org.dynlab.analysis.curve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Where the values of many curves lie: the first {@value #VALUES_IN_MEMORY} of them in memory, all
 * others in a temporary file, from which a curve reads its values when they are asked for. No value
 * is rounded or left out. What was read is forgotten again when memory is needed.
 *
 * <p>The file takes 8 bytes per value in the folder {@code java.io.tmpdir}; it has no name any more
 * while it is used (on Linux), so nothing of it remains however the program ends. Any thread may
 * put curves.
 */
public final class Shelf {
  /** 128 MiB. */
  private static final long VALUES_IN_MEMORY = 1L << 24;

  private final long mostInMemory;
  private long inMemory;
  private long inFile;
  private FileChannel file;

  /** An empty shelf. */
  public Shelf() {
    this(VALUES_IN_MEMORY);
  }

  Shelf(long mostInMemory) {
    this.mostInMemory = mostInMemory;
  }

  /**
   * A curve of these points. Takes the arrays over; several curves may share their steps.
   *
   * @param steps strictly ascending, as long as {@code values}
   */
  public Curve put(long[] steps, double[] values) {
    Curve.check(steps, values.length);
    long first = reserve(values.length);
    return new Curve(steps, first < 0 ? () -> values : new Shelved(values, first));
  }

  /** The place of so many values in the file, negative if they stay in memory. */
  private synchronized long reserve(int values) {
    if (inMemory + values <= mostInMemory) {
      inMemory += values;
      return -1;
    }
    if (file == null) {
      file = open(Path.of(System.getProperty("java.io.tmpdir")));
    }
    inFile += values;
    return inFile - values;
  }

  private static FileChannel open(Path folder) {
    Path file = folder.resolve("lab-" + UUID.randomUUID() + ".values");
    try {
      return FileChannel.open(
          file,
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the temporary file " + file, e);
    }
  }

  /** The values of one curve in the file. */
  private final class Shelved implements Supplier<double[]> {
    private final long first;
    private final int size;
    private volatile WeakReference<double[]> read;

    Shelved(double[] values, long first) {
      this.first = first;
      this.size = values.length;
      this.read = new WeakReference<>(null);
      write(values);
    }

    private ByteBuffer empty() {
      return ByteBuffer.allocate(size * Double.BYTES).order(ByteOrder.nativeOrder());
    }

    private void write(double[] values) {
      ByteBuffer bytes = empty();
      bytes.asDoubleBuffer().put(values);
      try {
        while (bytes.hasRemaining()) {
          file.write(bytes, first * Double.BYTES + bytes.position());
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write a temporary file", e);
      }
    }

    @Override
    public double[] get() {
      double[] known = read.get();
      if (known == null) {
        known = readAgain();
        read = new WeakReference<>(known);
      }
      return known;
    }

    private double[] readAgain() {
      ByteBuffer bytes = empty();
      try {
        while (bytes.hasRemaining()) {
          if (file.read(bytes, first * Double.BYTES + bytes.position()) < 0) {
            throw new IOException("the temporary file was cut");
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read a temporary file", e);
      }
      double[] values = new double[size];
      bytes.flip().asDoubleBuffer().get(values);
      return values;
    }
  }
}
