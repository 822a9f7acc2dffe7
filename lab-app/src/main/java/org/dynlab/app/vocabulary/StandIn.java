package org.dynlab.app.vocabulary;

import java.util.List;
import java.util.Optional;
import org.dynlab.core.instrument.Entrance;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.Place;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.table.Column;

/**
 * What instruments would measure on a network with every sort of part, as small as can be: before
 * there is a network, how columns begin is known from it, and those of loss and accuracy as a
 * whole.
 */
public final class StandIn {
  private StandIn() {}

  /** The columns; empty if the instrument asks for more than there is, and may measure anything. */
  static Optional<List<String>> columns(Instrument instrument) {
    try {
      return Optional.of(instrument.begin(subject()).columns().stream().map(Column::name).toList());
    } catch (UserError choosy) {
      return Optional.empty();
    }
  }

  /** Whether the instrument may measure a column. */
  public static boolean measures(Instrument instrument, String column) {
    return columns(instrument)
        .map(all -> all.stream().anyMatch(name -> start(name).equals(start(column))))
        .orElse(true);
  }

  /** Up to the first dot. */
  static String start(String column) {
    return column.substring(0, (column + ".").indexOf('.'));
  }

  private static Subject subject() {
    ParameterLayout layout =
        new ParameterLayout(
            List.of(
                new ParameterBlock("layer1.W", Role.WEIGHT, 0, 1, 1),
                new ParameterBlock("layer1.b", Role.BIAS, 1, 1, 1),
                new ParameterBlock("output.W", Role.WEIGHT, 2, 1, 1),
                new ParameterBlock("output.b", Role.BIAS, 3, 1, 1)));
    List<Place> hidden = List.of(new Place("layer1", 1));
    List<Entrance> entrances =
        List.of(new Entrance("input", 1, hidden), new Entrance("layer1", 1, List.of()));
    return new Subject(
        layout, hidden, entrances, 2, new Subject.Data(1, 1, 2, true), new SeedTree(0));
  }
}
