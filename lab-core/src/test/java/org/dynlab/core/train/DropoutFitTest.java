package org.dynlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.dynlab.core.instrument.Fit;
import org.dynlab.core.model.Networks;
import org.dynlab.core.model.Precision;
import org.dynlab.core.network.Network;
import org.dynlab.core.network.StagedExamples;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.TaskData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a full-batch run says of its train set when units are dropped at random. */
class DropoutFitTest {

  @ParameterizedTest
  @CsvSource({"0, true", "0.5, false"})
  void theTrainFitIsThatOfTheWholeNetwork(double dropout, boolean sameAsTheGradientPass) {
    Examples examples = Networks.dense(30, 4, 3);
    Network network =
        Networks.mlp("{hidden: [20], dropout: " + dropout + "}")
            .build(examples, Precision.DOUBLE, new SeedTree(1));
    Moment moment = moment(network, examples);
    StagedExamples staged = network.stage(examples);
    Fit ofTheGradientPass = moment.move(0, staged, true);
    Fit whole = Judge.fit(network.evaluate(staged), examples.targets());
    assertThat(moment.train()).isEqualTo(whole);
    assertThat(ofTheGradientPass.equals(whole)).isEqualTo(sameAsTheGradientPass);
  }

  private static Moment moment(Network network, Examples examples) {
    Judge judge = new Judge(network, examples);
    TaskData data = new TaskData(examples, examples);
    ProbeInputs probes = new ProbeInputs(network, data, new SeedTree(2));
    Twin twin = new Twin(() -> network, data, new SeedTree(2));
    return new Moment(network, judge, judge, probes, twin, false);
  }
}
