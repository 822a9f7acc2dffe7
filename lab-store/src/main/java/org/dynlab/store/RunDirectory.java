package org.dynlab.store;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.dynlab.store.disk.Disk;
import org.dynlab.store.disk.DiskFile;
import org.dynlab.store.disk.FolderLock;
import org.dynlab.store.disk.Folders;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.table.Column;
import org.dynlab.store.table.ColumnFile;
import org.dynlab.store.table.MetricTable;
import org.dynlab.store.table.MetricWriter;
import org.dynlab.store.table.TableMark;
import org.dynlab.store.table.TimingTable;
import org.dynlab.store.table.TimingWriter;

/**
 * The folder of one run. Whoever trains creates it and appends; whoever reads opens it, at any
 * time, also while it is being written.
 */
public final class RunDirectory {
  /** Name of the file that keeps the stack trace of a failed run. */
  public static final String ERROR_FILE = "error.txt";

  /** Name of the folder of checkpoints. */
  public static final String CHECKPOINTS = "checkpoints";

  private static final String MANIFEST = "manifest.json";
  private static final String COLUMNS = "columns.csv";
  private static final String METRICS = "metrics.csv";
  private static final String TIMING = "timing.csv";
  private static final Set<String> BEFORE_A_RUN =
      Set.of(FolderLock.FILE, COLUMNS, COLUMNS + ".tmp", MANIFEST + ".tmp");

  private final Path path;
  private final List<Column> columns;
  private Manifest manifest;

  private RunDirectory(Path path, Manifest manifest, List<Column> columns) {
    this.path = path;
    this.manifest = manifest;
    this.columns = List.copyOf(columns);
  }

  /**
   * Makes the folder of a new run and writes its manifest and columns; the manifest comes last, so
   * that a folder with a manifest is a run.
   *
   * @param folder must be absent or empty, or hold no more than an earlier creation left that was
   *     cut short
   */
  public static RunDirectory create(Path folder, Manifest manifest, List<Column> columns) {
    ColumnFile.check(columns);
    Folders.checkWritable(folder);
    for (Path entry : Folders.entries(folder)) {
      if (!BEFORE_A_RUN.contains(entry.getFileName().toString())) {
        throw new UserError(
            folder.toString(),
            "must be absent or empty",
            "a folder with " + entry.getFileName(),
            "");
      }
    }
    Folders.make(folder);
    ColumnFile.write(folder.resolve(COLUMNS), columns);
    manifest.write(folder.resolve(MANIFEST));
    return new RunDirectory(folder, manifest, columns);
  }

  /** Opens the folder of a run, over or not. */
  public static RunDirectory open(Path folder) {
    if (!isRun(folder)) {
      throw new UserError(
          folder.toString(), "must be the folder of a run", "no " + MANIFEST + " in it", "");
    }
    Manifest manifest = Manifest.read(folder.resolve(MANIFEST));
    return new RunDirectory(folder, manifest, ColumnFile.read(folder.resolve(COLUMNS)));
  }

  /** True if the folder holds a run. */
  public static boolean isRun(Path folder) {
    return Files.isRegularFile(folder.resolve(MANIFEST));
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /** What was asked for, what made it, how it ended. */
  public Manifest manifest() {
    return manifest;
  }

  /** The columns of the metric table. */
  public List<Column> columns() {
    return columns;
  }

  /** Whether the metric table begins with what it held at that mark. */
  public boolean holds(TableMark metrics) {
    return metrics.holdsFor(path.resolve(METRICS));
  }

  /** Notes that the run goes on: it is not over any more. */
  public void goOn(Continuation continuation) {
    manifest = manifest.continued(continuation);
    manifest.write(path.resolve(MANIFEST));
  }

  /** Goes on with the metric table at that mark; rows behind it are dropped. */
  public MetricWriter metricWriter(TableMark mark) {
    return new MetricWriter(path.resolve(METRICS), columns.size(), mark);
  }

  /**
   * Goes on with the timing table behind {@code step}; rows behind it are dropped. A table that is
   * not whole, or of other names, begins anew.
   */
  public TimingWriter timingWriter(List<String> names, long step) {
    Path file = path.resolve(TIMING);
    if (timed().equals(names)) {
      return new TimingWriter(file, names.size(), TableMark.before(file, step));
    }
    drop(TIMING);
    return timingWriter(names);
  }

  private List<String> timed() {
    try {
      return timing().names();
    } catch (UserError damaged) {
      return List.of();
    }
  }

  /** Drops both tables, to begin again. */
  public void dropTables() {
    drop(METRICS);
    drop(TIMING);
  }

  private void drop(String table) {
    try {
      Disk.current().delete(path.resolve(table));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot drop " + path.resolve(table), e);
    }
  }

  /**
   * Moves what is in the folder of a run, but for its lock, to {@code <folder>.attempt-<k>} beside
   * it; gives that folder. Cut short, it leaves a run that can be set aside again, or none.
   */
  public static Path setAside(Path folder) {
    int attempt = 1;
    while (Files.exists(aside(folder, attempt))) {
      attempt++;
    }
    Path aside = aside(folder, attempt);
    Folders.make(aside);
    List<Path> entries = new ArrayList<>(Folders.entries(folder));
    entries.sort(Comparator.comparingInt(RunDirectory::rank));
    for (Path entry : entries) {
      try {
        if (!entry.getFileName().toString().equals(FolderLock.FILE)) {
          Disk.current().move(entry, aside.resolve(entry.getFileName()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot move " + entry + " aside", e);
      }
    }
    return aside;
  }

  /**
   * Rows go before the checkpoints without which they would be dropped, the manifest goes last but
   * for the columns, which it needs and which alone are in nobody's way.
   */
  private static int rank(Path entry) {
    return List.of(CHECKPOINTS, MANIFEST, COLUMNS).indexOf(entry.getFileName().toString());
  }

  private static Path aside(Path folder, int attempt) {
    return folder.resolveSibling(folder.getFileName() + ".attempt-" + attempt);
  }

  /** Starts the metric table; it must not have been started before. */
  public MetricWriter metricWriter() {
    return metricWriter(System::nanoTime);
  }

  MetricWriter metricWriter(LongSupplier nanoTime) {
    return new MetricWriter(path.resolve(METRICS), columns, nanoTime);
  }

  /** The metric table as far as it is written; empty if it was not started. */
  public MetricTable metrics() {
    return MetricTable.read(path.resolve(METRICS), columns);
  }

  /**
   * Starts the timing table; it must not have been started before.
   *
   * @param names what is timed, in the order of the values that will be appended
   */
  public TimingWriter timingWriter(List<String> names) {
    return new TimingWriter(path.resolve(TIMING), names, System::nanoTime);
  }

  /** The timing table as far as it is written; empty if it was not started. */
  public TimingTable timing() {
    return TimingTable.read(path.resolve(TIMING));
  }

  /**
   * Notes how the run ended; the manifest is replaced in one move.
   *
   * @param endedInstant ISO-8601
   */
  public void end(Ending ending, String endedInstant) {
    end(ending, endedInstant, Optional.empty());
  }

  /** The same, with what the run took. */
  public void end(Ending ending, String endedInstant, Optional<Usage> usage) {
    manifest = manifest.ended(ending, endedInstant, usage);
    manifest.write(path.resolve(MANIFEST));
  }

  /** Appends the stack trace to {@link #ERROR_FILE}, behind those of earlier attempts. */
  public void keepTrace(RuntimeException failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    Path file = path.resolve(ERROR_FILE);
    try (DiskFile out = Disk.current().append(file)) {
      out.write(trace.toString().getBytes(StandardCharsets.UTF_8));
      out.sync();
    } catch (IOException e) {
      e.addSuppressed(failure);
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
