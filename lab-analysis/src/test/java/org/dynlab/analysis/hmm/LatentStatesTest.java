package org.dynlab.analysis.hmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.fit.BaumWelch;
import org.dynlab.analysis.hmm.fit.Start;
import org.dynlab.analysis.hmm.map.Importance;
import org.dynlab.analysis.hmm.map.TrainingMap.Shape;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.selection.Criterion;
import org.dynlab.analysis.hmm.selection.ModelSelection.Settings;
import org.dynlab.analysis.hmm.selection.Pooling;
import org.junit.jupiter.api.Test;

class LatentStatesTest {

  /** Ten runs through three plateaus with noise; a column that never changes beside them. */
  private static Sequences plateaus() {
    SplittableRandom random = new SplittableRandom(6);
    Sequences.Builder builder = new Sequences.Builder(List.of("norm", "rank", "constant"));
    for (int run = 0; run < 10; run++) {
      int first = 50 + random.nextInt(40);
      int second = 150 + random.nextInt(40);
      double[][] rows = new double[250][];
      for (int t = 0; t < rows.length; t++) {
        double norm = t < first ? 1 : 5;
        double rank = t < second ? 10 : 3;
        rows[t] =
            new double[] {
              norm + 0.1 * random.nextGaussian(), rank + 0.2 * random.nextGaussian(), 7
            };
      }
      builder.add("run" + run, rows);
    }
    return builder.build();
  }

  @Test
  void plateausAreFoundAsAChainOfStates() {
    Settings settings =
        new Settings(
            5,
            3,
            new Start(Covariances.DIAGONAL, 1),
            BaumWelch.STANDARD,
            Criterion.BIC,
            Pooling.BEST,
            1);
    LatentStates found = LatentStates.of(plateaus(), settings, Importance.CORRECT, 2);
    assertThat(found.selection().selected().states()).isEqualTo(3);
    assertThat(found.map().shape()).isEqualTo(Shape.LINEAR);
    assertThat(found.map().edges()).hasSize(2).allMatch(edge -> edge.runs() == 10);
    assertThat(found.map().edges().get(0).features().get(0).column()).isEqualTo("norm");
    assertThat(found.map().edges().get(1).features().get(0).column()).isEqualTo("rank");
    assertThat(found.map().edges().get(1).features().get(0).movement()).isNegative();
    assertThat(found.constants()).hasSize(10).allMatch(c -> c.column().equals("constant"));
    assertThat(found.leftOut()).containsExactly("constant");
    assertThat(found.scaled().columns()).containsExactly("norm", "rank");
  }

  @Test
  void nothingButConstantsIsRefused() {
    assertThatThrownBy(
            () ->
                LatentStates.of(
                    plateaus().ofColumns(List.of("constant")),
                    Settings.standard(1),
                    Importance.CORRECT,
                    1))
        .hasMessage("features: must have one that is not constant in every run, got [constant]");
  }
}
