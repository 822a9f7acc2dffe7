package org.dynlab.core.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dynlab.core.describe.Garden.Bed;
import org.dynlab.core.describe.Garden.Calendar;
import org.dynlab.core.describe.Garden.Moss;
import org.dynlab.core.describe.Garden.Plant;
import org.dynlab.core.describe.Garden.Plot;
import org.dynlab.core.describe.Garden.Rain;
import org.dynlab.core.describe.Garden.Rose;
import org.dynlab.core.describe.Garden.Season;
import org.dynlab.core.describe.Garden.Span;
import org.dynlab.core.describe.Garden.Steady;
import org.dynlab.core.describe.Garden.Water;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
  private static final Plot PLOT = new Plot(4, 7, 0.5, true, "plain", Season.LATE_SUMMER);

  @Test
  void keysThatAreLeftOutTakeTheirDefaults() {
    assertThat(Garden.read("{rows: 4}", Plot.class)).isEqualTo(PLOT);
  }

  @Test
  void everyTypeIsBound() {
    Bed bed =
        Garden.read(
            """
            plot: {rows: 4, seed: 9, light: 1.0e-3, watered: false, label: "no", season: spring}
            plants: [{kind: rose, colour: blue, water: {kind: rain, days: 2}}, {kind: moss}]
            taps: {north: 0.25, south.east: {kind: steady, amount: 2}}
            fence: 3
            guests: [moss]
            notes: {deep: [null, {x: 1}]}
            """,
            Bed.class);
    assertThat(bed.plot()).isEqualTo(new Plot(4, 9, 1.0e-3, false, "no", Season.SPRING));
    assertThat(bed.plants())
        .containsExactly(new Rose("blue", new Rain(List.of(1.0, 2.5), 2)), new Moss());
    assertThat(bed.taps().entrySet())
        .containsExactly(
            Map.entry("north", new Steady(0.25)), Map.entry("south.east", new Steady(2)));
    assertThat(bed.fence()).contains(3.0);
    assertThat(bed.guests()).contains(List.of(new Moss()));
    assertThat(bed.notes()).isEqualTo(Garden.tree("{deep: [null, {x: 1}]}"));
  }

  @Test
  void optionalComponentsMayBeLeftOutOrNull() {
    assertThat(Garden.read("{plot: {rows: 4}, fence: null}", Bed.class))
        .isEqualTo(
            new Bed(
                PLOT,
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Garden.tree("{a: [1]}")));
  }

  @Test
  void aBareNumberAndABareKindStandForMembers() {
    assertThat(Garden.read("0.25", Water.class)).isEqualTo(new Steady(0.25));
    assertThat(Garden.read("rain", Water.class)).isEqualTo(new Rain(List.of(1.0, 2.5), 3));
    assertThat(Garden.read("moss", Plant.class)).isEqualTo(new Moss());
  }

  @Test
  void aRecordAskedForByItsClassMaySayItsKind() {
    assertThat(Garden.read("{kind: steady, amount: 1}", Steady.class)).isEqualTo(new Steady(1));
    assertThat(Garden.read("{amount: 1}", Steady.class)).isEqualTo(new Steady(1));
    assertThatThrownBy(() -> Garden.read("{kind: rain, amount: 1}", Steady.class))
        .hasMessage("kind: must be a known key, got kind (known keys: amount)");
  }

  @Test
  void aNotationReadsItsTypeWhereverItStands() {
    assertThat(Garden.read("{days: 3..9}", Calendar.class))
        .isEqualTo(new Calendar(new Span(3, 9), new Span(1, 2)));
    assertThatThrownBy(() -> Garden.read("{days: 3-9}", Calendar.class))
        .hasMessage("days: must be low..high, got 3-9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "4.0", "4e0", "0.4e1", "+4", "40E-1"})
  void aWholeNumberMayBeWrittenInAnyWayThatIsWhole(String four) {
    assertThat(Garden.read("{rows: " + four + "}", Plot.class)).isEqualTo(PLOT);
  }

  @ParameterizedTest
  @CsvSource({"no", "on", "yes", "off", "y", "12:30", "2001-01-01x", "0x1F", "007", "1_000"})
  void wordsThatOtherYamlReadersChangeStayTexts(String word) {
    assertThat(Garden.read("{rows: 4, label: " + word + "}", Plot.class).label()).isEqualTo(word);
  }

  @Test
  void aTreeThatCameThroughJsonBindsTheSame() throws Exception {
    String json = "{\"rows\":4,\"seed\":7,\"light\":0.5,\"watered\":true}";
    assertThat(Garden.READER.read(new ObjectMapper().readTree(json), Plot.class, ""))
        .isEqualTo(PLOT);
  }

  @Test
  void boundCollectionsCannotBeChanged() {
    Bed bed = Garden.read("{plot: {rows: 4}, plants: [moss], taps: {a: 1}}", Bed.class);
    assertThatThrownBy(() -> bed.plants().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> bed.taps().clear()).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void thePlaceOfTheTreeStandsBeforeEveryProblem() {
    assertThatThrownBy(
            () -> Garden.READER.read(Garden.tree("{rows: 0, seed: -1}"), Plot.class, "a.yaml: "))
        .hasMessage("a.yaml: rows: must be in 1..100, got 0");
    assertThatThrownBy(
            () -> Garden.READER.read(Garden.tree("{rows: 0, seed: -1}"), Plot.class, "plot"))
        .hasMessage("plot.rows: must be in 1..100, got 0");
    assertThatThrownBy(() -> Garden.READER.read(Garden.tree("3"), Plot.class, "a.yaml: "))
        .hasMessage(
            "a.yaml: must be a mapping, got 3"
                + " (known keys: rows, seed, light, watered, label, season)");
  }

  @Test
  void keysOfSomebodyElseAreSkippedButKnown() {
    List<String> beside = List.of("every");
    assertThat(
            Garden.READER.readBeside(
                Garden.tree("{kind: steady, amount: 1, every: 5}"), Water.class, beside, ""))
        .isEqualTo(new Steady(1));
    assertThatThrownBy(
            () ->
                Garden.READER.readBeside(
                    Garden.tree("{kind: steady, amount: 1, evry: 5}"), Water.class, beside, ""))
        .hasMessage("evry: must be a known key, got evry (did you mean every?)");
  }

  record Wrong(@Default("nine") int days) {}

  record Odd(float size) {}

  @Test
  void aDefaultThatDoesNotFitIsAMistakeOfTheProgram() {
    assertThatThrownBy(() -> Garden.read("{}", Wrong.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the default of " + Wrong.class.getName() + ".days is wrong");
    assertThatThrownBy(() -> Garden.read("{size: 1}", Odd.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a component cannot be float");
  }
}
