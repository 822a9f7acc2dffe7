package org.dynlab.optim;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dynlab.optim.dl4j.RuleUpdater;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which links may follow which, as a user hears it. */
class LinkOrderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "adamw",
        "wand",
        "[grokfastEma, orthogonalGradient, adamw]",
        "[{kind: clipByGlobalNorm, maxNorm: 1}, wand, fixedNorm]",
        "[scaleByAdam, {kind: updateNoise, scale: 0.1}, {kind: descend, learningRate: 0.1}]",
        "[{kind: sgd, learningRate: 1}, {kind: clipByValue, limit: 1}, {kind: weightNoise, sigma: 1}]",
        "[normaliseGradient, scaleByMomentum, {kind: descend, learningRate: 0.1}]"
      })
  void directionsThenAStepThenWhatIsDoneToIt(String optimizer) {
    assertThatCode(() -> new RuleUpdater(optimizer, 1)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[adamw, wand] | optimizer[1]: must not make a second step after that of optimizer[0],"
            + " got wand",
        "[{kind: weightNoise, sigma: 1}, adamw] | optimizer[0]: must stand behind optimizer[1],"
            + " which makes the step, got weightNoise",
        "[fixedNorm, adamw] | optimizer[0]: must stand behind optimizer[1], which makes the step,"
            + " got fixedNorm",
        "[adamw, orthogonalGradient] | optimizer[1]: must stand before optimizer[0], which makes"
            + " the step, got orthogonalGradient",
        "{kind: clipByValue, limit: 1} | optimizer: must have a link that makes the step, got"
            + " [clipByValue] (add {kind: descend, learningRate: ...} or an optimizer such as"
            + " adamw)",
        "[scaleByAdam] | optimizer: must have a link that makes the step, got [scaleByAdam] (add"
            + " {kind: descend, learningRate: ...} or an optimizer such as adamw)",
        "[{kind: clipByValue, limit: 1}, lbfgs] | optimizer[1]: must be the only link, got"
            + " [clipByValue, lbfgs] (its line search decides where the parameters land)"
      })
  void linksWhereTheyCannotWorkAreRefused(String optimizer, String line) {
    assertThatThrownBy(() -> new RuleUpdater(optimizer, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("RuleUpdater: " + line);
  }
}
