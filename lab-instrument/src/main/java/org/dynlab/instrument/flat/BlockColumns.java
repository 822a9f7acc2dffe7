package org.dynlab.instrument.flat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.store.table.Column;

/**
 * Columns of quantities that all parameters and each block have: {@code <subject>.all.<statistic>},
 * then {@code <subject>.<block>.<statistic>} with {@code layer1_w} for block {@code layer1.W}; all
 * statistics of one place stand together.
 */
public final class BlockColumns {
  private final String subject;
  private final List<Statistic> statistics = new ArrayList<>();

  /** A quantity; its meaning is followed by whose it is. */
  private record Statistic(String name, String meaning) {}

  /** None yet. */
  public BlockColumns(String subject) {
    this.subject = subject;
  }

  /**
   * One more quantity.
   *
   * @param meaning a sentence that ends where "all parameters" or "block layer1.W" follows
   */
  public BlockColumns with(String statistic, String meaning) {
    statistics.add(new Statistic(statistic, meaning));
    return this;
  }

  /** The columns for all parameters and, if wanted, for each block. */
  public List<Column> of(ParameterLayout layout, boolean blocks) {
    List<Column> columns = new ArrayList<>();
    add(columns, "all", "all parameters");
    if (blocks) {
      layout.blocks().forEach(block -> add(columns, name(block), "block " + block.name()));
    }
    return List.copyOf(columns);
  }

  private void add(List<Column> columns, String where, String whose) {
    for (Statistic statistic : statistics) {
      String name = subject + "." + where + "." + statistic.name;
      columns.add(new Column(name, "1", statistic.meaning + " " + whose));
    }
  }

  /** How names of columns call a block. */
  public static String name(ParameterBlock block) {
    return block.name().replace('.', '_').toLowerCase(Locale.ROOT);
  }
}
