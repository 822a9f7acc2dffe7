package org.dynlab.app.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.dynlab.core.experiment.Cadence.Every;
import org.dynlab.store.table.TimingTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacesTest {
  private static final LongPredicate OFTEN = new Every(2).over(100);
  private static final LongPredicate EARLY = Set.of(0L, 1L)::contains;

  @TempDir Path folder;

  private Paces paces(String rows, LongPredicate... due) throws IOException {
    Path file = folder.resolve("timing.csv");
    Files.writeString(file, "step,wall_seconds,a_seconds,b_seconds\n" + rows);
    return new Paces(TimingTable.read(file), List.of(due));
  }

  @Test
  void theSecondHalfCountsWhereItHasWhatIsAskedFor() throws IOException {
    // 90 updates and 45 measurements of a between 0.4 and 1 s: 0.15 s of them for a
    Paces paces = paces("2,0.2,0.05,0.1\n10,0.4,0.1,0.2\n100,1.0,0.25,0.2\n", OFTEN, EARLY);
    assertThat(paces.secondsPerStep()).isCloseTo(0.45 / 90, within(1e-15));
    assertThat(paces.secondsPerMeasurement(0)).isCloseTo(0.15 / 45, within(1e-15));
    assertThat(paces.secondsPerMeasurement(1)).as("of two, early").isEqualTo(0.1);
    assertThat(paces.measurements()).isEqualTo(51 + 2);
  }

  @Test
  void aRunOfOneRowIsJudgedByTheWholeOfIt() throws IOException {
    Paces paces = paces("4,0.8,0.3,0.1\n", OFTEN, step -> false);
    assertThat(paces.secondsPerStep()).isCloseTo(0.1, within(1e-15));
    assertThat(paces.secondsPerMeasurement(0)).isCloseTo(0.1, within(1e-15));
    assertThat(paces.secondsPerMeasurement(1)).as("never due").isEqualTo(0.1);
  }
}
