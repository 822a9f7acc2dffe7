package org.dynlab.analysis.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.figure.Figures;
import org.dynlab.analysis.figure.draw.Scale;
import org.dynlab.analysis.finding.Analysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotsTest {
  @Test
  void arrivalsAreMediansOverTheSetting() {
    Plot plot = Plots.of(Samples.doses("10", "100", "1000")).get(0);
    assertThat(plot.id()).isEqualTo("dose-arrivals");
    assertThat(plot.xTitle()).isEqualTo("tau (log scale)");
    assertThat(plot.sets()).hasSize(1);
    List<Dot> dots = plot.sets().get(0).dots();
    assertThat(dots.stream().map(Dot::x)).containsExactly(10.0, 100.0, 1000.0);
    assertThat(dots.stream().map(Dot::y)).containsExactly(11.0, 101.0, 1001.0);
    assertThat(dots.get(0).low()).isEqualTo(10);
    assertThat(dots.get(0).high()).isNaN();
    assertThat(dots.get(0).text()).isEqualTo("11 [10, > 12]");
  }

  @Test
  void knowledgeIsReadAtFourLosses() {
    Plot plot = Plots.of(Samples.doses("1200", "1500", "1900")).get(1);
    assertThat(plot.id()).isEqualTo("dose-knowledge");
    assertThat(plot.x()).isEqualTo(Scale.LINEAR);
    assertThat(plot.sets().stream().map(set -> set.look().label()))
        .containsExactly("ln L = -2", "ln L = -4", "ln L = -6", "ln L = -8");
    Dot last = plot.sets().get(3).dots().get(2);
    assertThat(last.x()).isEqualTo(1900);
    assertThat(last.y()).isCloseTo(0.1 * Math.log10(1900), within(1e-12));
  }

  @Test
  void whereFewerThanHalfArriveThereIsNoDot() {
    List<Dot> dots = Plots.of(Samples.doses("10", "100", "5000")).get(0).sets().get(0).dots();
    assertThat(dots.stream().map(Dot::x)).containsExactly(10.0, 100.0);
  }

  @Test
  void sweepsOverWordsHaveNone() {
    assertThat(Plots.of(Samples.twoArms(2))).isEmpty();
    assertThat(Plots.of(new Sweep("none", List.of(), List.of()))).isEmpty();
  }

  @Test
  void plotsAreWrittenBesideThePanels(@TempDir Path folder) {
    List<Path> files = Figures.write(Samples.doses("10", "100", "1000"), Analysis.NONE, folder);
    assertThat(files)
        .contains(folder.resolve("figures/dose-arrivals.png"))
        .contains(folder.resolve("figures/dose-knowledge.svg"))
        .allMatch(file -> file.toFile().length() > 5000);
  }
}
