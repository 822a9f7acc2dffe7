package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dynlab.store.disk.Disk;
import org.dynlab.store.disk.DiskFile;

/**
 * A disk that notes what it is asked and refuses one request, or all from that one on. The others
 * it passes to the disk that it was made of.
 */
final class FaultyDisk implements Disk {
  private static final String FULL = "No space left on device";
  private static final String BROKEN = "Input/output error";

  /** The kinds of requests, and whether a full disk refuses them. */
  enum Kind {
    MAKE_FOLDERS(true),
    OPEN(true),
    WRITE(true),
    /** Writes half of the bytes, then fails. */
    SHORT_WRITE(true),
    SYNC(true),
    TRUNCATE(false),
    LOCK(false),
    CLOSE(true),
    MOVE(true),
    DELETE(false),
    SYNC_FOLDER(false);

    private final boolean takesRoom;

    Kind(boolean takesRoom) {
      this.takesRoom = takesRoom;
    }

    private List<String> words() {
      return takesRoom ? List.of(FULL, BROKEN) : List.of(BROKEN);
    }
  }

  /**
   * A request.
   *
   * @param path what it would change
   */
  record Request(Kind kind, Path path) {}

  /**
   * What goes wrong.
   *
   * @param request number of the request, from 0
   * @param kind what that request is expected to be
   * @param words what the system says
   * @param forGood whether all requests behind it are refused as well
   */
  record Fault(int request, Kind kind, String words, boolean forGood) {
    private boolean concerns(int number) {
      return forGood ? number >= request : number == request;
    }
  }

  private final Disk disk = Disk.current();
  private final Optional<Fault> fault;
  private final List<Request> requests = new ArrayList<>();
  private Request refused;

  private FaultyDisk(Optional<Fault> fault) {
    this.fault = fault;
  }

  /** A disk that refuses nothing. */
  static FaultyDisk sound() {
    return new FaultyDisk(Optional.empty());
  }

  static FaultyDisk with(Fault fault) {
    return new FaultyDisk(Optional.of(fault));
  }

  /** What it was asked so far. */
  List<Request> requests() {
    return List.copyOf(requests);
  }

  /** The first request that was refused. */
  Optional<Request> refused() {
    return Optional.ofNullable(refused);
  }

  /** That this failure tells which file was concerned by what was refused first, and why. */
  void assertTells(Throwable failure) {
    String name = refused.path().toString().replaceFirst("\\.tmp$", "");
    assertThat(failure).isExactlyInstanceOf(UncheckedIOException.class).hasMessageContaining(name);
    assertThat(failure.getMessage()).matches("cannot (make|write|lock|unlock|move|delete|drop) .*");
    assertThat(failure.getCause()).hasMessage(fault.orElseThrow().words());
  }

  /** Each of these requests refused once, and each write cut short once. */
  static List<Fault> someFaults(List<Request> requests) {
    return faults(requests).stream()
        .filter(fault -> !fault.forGood() && fault.words().equals(fault.kind().words().get(0)))
        .toList();
  }

  /** All that can go wrong with these requests, one at a time. */
  static List<Fault> faults(List<Request> requests) {
    List<Fault> faults = new ArrayList<>();
    for (int number = 0; number < requests.size(); number++) {
      Kind kind = requests.get(number).kind();
      for (Kind each : kind == Kind.WRITE ? List.of(kind, Kind.SHORT_WRITE) : List.of(kind)) {
        for (String words : each.words()) {
          faults.add(new Fault(number, each, words, false));
          faults.add(new Fault(number, each, words, true));
        }
      }
    }
    return faults;
  }

  private boolean refuses(Kind kind, Path path) {
    int number = requests.size();
    requests.add(new Request(kind, path));
    boolean refuses = fault.filter(f -> f.concerns(number)).isPresent();
    if (refuses && refused == null) {
      refused = requests.get(number);
    }
    return refuses;
  }

  private void ask(Kind kind, Path path) throws IOException {
    if (refuses(kind, path)) {
      throw failure();
    }
  }

  private IOException failure() {
    return new IOException(fault.orElseThrow().words());
  }

  @Override
  public void makeFolders(Path folder) throws IOException {
    ask(Kind.MAKE_FOLDERS, folder);
    disk.makeFolders(folder);
  }

  @Override
  public DiskFile create(Path file) throws IOException {
    ask(Kind.OPEN, file);
    return new File(file, disk.create(file));
  }

  @Override
  public DiskFile append(Path file) throws IOException {
    ask(Kind.OPEN, file);
    return new File(file, disk.append(file));
  }

  @Override
  public DiskFile rewrite(Path file) throws IOException {
    ask(Kind.OPEN, file);
    return new File(file, disk.rewrite(file));
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    ask(Kind.MOVE, from);
    disk.move(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    ask(Kind.DELETE, file);
    disk.delete(file);
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    ask(Kind.SYNC_FOLDER, folder);
    disk.syncFolder(folder);
  }

  private final class File implements DiskFile {
    private final Path path;
    private final DiskFile file;

    private File(Path path, DiskFile file) {
      this.path = path;
      this.file = file;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      if (refuses(Kind.WRITE, path)) {
        if (fault.orElseThrow().kind() == Kind.SHORT_WRITE) {
          file.write(bytes, from, count / 2);
        }
        throw failure();
      }
      file.write(bytes, from, count);
    }

    @Override
    public void sync() throws IOException {
      ask(Kind.SYNC, path);
      file.sync();
    }

    @Override
    public void truncate(long bytes) throws IOException {
      ask(Kind.TRUNCATE, path);
      file.truncate(bytes);
    }

    @Override
    public boolean tryLock() throws IOException {
      ask(Kind.LOCK, path);
      return file.tryLock();
    }

    /** The system closes a file even when it reports an error. */
    @Override
    public void close() throws IOException {
      file.close();
      ask(Kind.CLOSE, path);
    }
  }
}
