package org.dynlab.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The folder of one run. Whoever trains creates it and appends; whoever reads opens it, at any
 * time, also while it is being written.
 */
public final class RunDirectory {
  private static final String MANIFEST = "manifest.json";
  private static final String COLUMNS = "columns.csv";
  private static final String METRICS = "metrics.csv";
  private static final String TIMING = "timing.csv";

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
   * @param folder must be absent or empty
   */
  public static RunDirectory create(Path folder, Manifest manifest, List<Column> columns) {
    ColumnFile.check(columns);
    Folders.checkWritable(folder);
    List<Path> entries = Folders.entries(folder);
    if (!entries.isEmpty()) {
      throw new UserError(
          folder.toString(),
          "must be absent or empty",
          "a folder with " + entries.get(0).getFileName(),
          "");
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
    manifest = manifest.ended(ending, endedInstant);
    manifest.write(path.resolve(MANIFEST));
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
