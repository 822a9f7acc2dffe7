package org.dynlab.app.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gets one address into one file by HTTP, from where the file ends: asks for the rest with {@code
 * Range} (RFC 9110, section 14), and begins anew where a server does not know ranges. What has
 * arrived stays in the file, whatever happens.
 *
 * @param from the address
 * @param into the file
 * @param most bytes that are accepted
 */
record Download(URI from, Path into, long most) {
  private static final int PATIENCE_MILLIS = 15_000;
  private static final int UNSATISFIABLE = 416;
  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

  /** Reads to the end; the file then is as long as the server says, synced to disk. */
  void read() throws IOException {
    try (FileChannel file =
        FileChannel.open(into, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lock(file);
      read(file);
      file.force(true);
    }
  }

  /** Until the channel is closed. */
  private void lock(FileChannel file) throws IOException {
    FileLock lock = null;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException e) {
      throw new IOException("another download is writing " + into, e);
    }
    if (lock == null) {
      throw new IOException("another process is writing " + into);
    }
  }

  private void read(FileChannel file) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) from.toURL().openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    connection.setRequestProperty("Accept-Encoding", "identity");
    if (file.size() > 0) {
      connection.setRequestProperty("Range", "bytes=" + file.size() + "-");
    }
    try {
      int status = connection.getResponseCode();
      if (status == UNSATISFIABLE) {
        return;
      }
      file.position(begin(status, connection.getHeaderField("Content-Range"), file.size()));
      file.truncate(file.position());
      receive(connection, file);
    } finally {
      connection.disconnect();
    }
  }

  /** Where in the file the answer goes. */
  private static long begin(int status, String range, long size) throws IOException {
    if (status == HttpURLConnection.HTTP_OK) {
      return 0;
    } else if (status != HttpURLConnection.HTTP_PARTIAL) {
      throw new IOException("answer " + status);
    }
    Matcher matcher = RANGE.matcher(String.valueOf(range));
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) != size) {
      throw new IOException("asked for bytes from " + size + ", got " + range);
    }
    return size;
  }

  private void receive(HttpURLConnection connection, FileChannel file) throws IOException {
    long announced = connection.getContentLengthLong();
    long end = announced < 0 ? -1 : file.position() + announced;
    byte[] piece = new byte[1 << 16];
    try (InputStream in = connection.getInputStream()) {
      for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
        if (file.position() + got > most) {
          throw new IOException("more than the " + most + " bytes such a file can have");
        }
        write(ByteBuffer.wrap(piece, 0, got), file);
      }
    }
    if (end >= 0 && file.position() < end) {
      throw new IOException("broke off after " + file.position() + " of " + end + " bytes");
    }
  }

  private static void write(ByteBuffer bytes, FileChannel file) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }
}
