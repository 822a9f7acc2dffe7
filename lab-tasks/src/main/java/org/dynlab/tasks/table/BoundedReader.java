package org.dynlab.tasks.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Refuses to read on when too many characters have gone by since the last {@link #restart}. */
final class BoundedReader extends FilterReader {
  private final long most;
  private long since;

  /** The limit was reached. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param most characters between two calls of {@link #restart}
   */
  BoundedReader(Reader in, long most) {
    super(in);
    this.most = most;
  }

  /** Counts from 0 again. */
  void restart() {
    since = 0;
  }

  @Override
  public int read() throws IOException {
    count(1);
    return in.read();
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    count(0);
    int got = in.read(into, offset, length);
    since += Math.max(0, got);
    return got;
  }

  private void count(int more) throws TooLong {
    since += more;
    if (since > most) {
      throw new TooLong();
    }
  }
}
