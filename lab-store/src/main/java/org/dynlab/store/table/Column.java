package org.dynlab.store.table;

/**
 * One column of the metric table.
 *
 * @param name {@code <subject>.<where>.<statistic>} in lower_snake, e.g. {@code weight.all.l2}
 * @param unit the unit, {@code 1} for a pure number
 * @param meaning one sentence a reader of the file can rely on
 * @param cadence the steps at which it is measured, in words, e.g. {@code every 1}
 */
public record Column(String name, String unit, String meaning, String cadence) {

  /** A column whose cadence is not decided yet. */
  public Column(String name, String unit, String meaning) {
    this(name, unit, meaning, "");
  }

  /** The same column measured at that cadence. */
  public Column at(String newCadence) {
    return new Column(name, unit, meaning, newCadence);
  }
}
