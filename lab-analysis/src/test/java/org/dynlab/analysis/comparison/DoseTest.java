package org.dynlab.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.Sweep;
import org.junit.jupiter.api.Test;

class DoseTest {

  private static Sweep sweep(List<Map<String, String>> arms) {
    List<Run> runs = new ArrayList<>();
    for (Map<String, String> arm : arms) {
      runs.add(Samples.grokkingRun(runs.size(), 0, arm, 300));
    }
    return new Sweep("dose", runs, List.of());
  }

  private static Map<String, String> settings(String... pairs) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      settings.put(pairs[i], pairs[i + 1]);
    }
    return settings;
  }

  private static List<Double> values(Dose dose) {
    return dose.levels().stream().map(Dose.Level::value).toList();
  }

  @Test
  void oneSweptNumberIsADoseInAscendingOrder() {
    List<Dose> doses =
        Dose.of(
            sweep(List.of(settings("tau", "300"), settings("tau", "1"), settings("tau", "1e2"))));
    assertThat(doses).hasSize(1);
    assertThat(doses.get(0).setting()).isEqualTo("tau");
    assertThat(doses.get(0).others()).isEmpty();
    assertThat(values(doses.get(0))).containsExactly(1.0, 100.0, 300.0);
    assertThat(doses.get(0).levels().get(0).arm().name()).isEqualTo("tau=1");
  }

  @Test
  void everyCombinationOfTheOtherSettingsHasADoseOfItsOwn() {
    List<Map<String, String>> arms = new ArrayList<>();
    for (String rule : List.of("adamw", "sgd")) {
      for (String share : List.of("0.3", "0.5", "0.7")) {
        arms.add(settings("optimizer", rule, "task.trainFraction", share));
      }
    }
    List<Dose> doses = Dose.of(sweep(arms));
    assertThat(doses.stream().map(Dose::others))
        .containsExactly("optimizer=adamw", "optimizer=sgd");
    assertThat(doses).allSatisfy(d -> assertThat(values(d)).containsExactly(0.3, 0.5, 0.7));
  }

  @Test
  void wordsTooFewNumbersAndTwoSweptNumbersAreNoDose() {
    assertThat(Dose.of(sweep(List.of(settings("rule", "a"), settings("rule", "b"))))).isEmpty();
    assertThat(Dose.of(sweep(List.of(settings("tau", "1"), settings("tau", "2"))))).isEmpty();
    assertThat(Dose.of(sweep(List.of(settings())))).isEmpty();
    List<Map<String, String>> square = new ArrayList<>();
    for (String a : List.of("1", "2", "3")) {
      for (String b : List.of("1", "2", "3")) {
        square.add(settings("a", a, "b", b));
      }
    }
    assertThat(Dose.of(sweep(square))).isEmpty();
  }
}
