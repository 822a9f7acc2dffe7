package org.dynlab.optim.descent;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.Trajectory;
import org.dynlab.optim.schedule.Constant;
import org.dynlab.optim.schedule.WarmUp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule against its definition as a sum over all gradients so far, for one parameter at a time,
 * with 50 decimal digits.
 */
class WholeHistoryTest {
  private static final MathContext DIGITS = new MathContext(50);
  private static final int STEPS = 40;

  /**
   * What leaves a rule at update t (from 1), given that parameter's gradients 1..t and its value.
   */
  private interface Definition {
    BigDecimal update(BigDecimal[] gradients, BigDecimal parameter, int t);
  }

  private static BigDecimal exact(double value) {
    return new BigDecimal(value);
  }

  /** Σₛ decayᵗ⁻ˢ gₛᵖᵒʷᵉʳ. */
  private static BigDecimal decayingSum(BigDecimal[] g, int t, double decay, int power) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int s = 1; s <= t; s++) {
      BigDecimal weight = exact(decay).pow(t - s, DIGITS);
      sum = sum.add(weight.multiply(g[s].pow(power, DIGITS), DIGITS), DIGITS);
    }
    return sum;
  }

  /** Σₛ decayᵗ⁻ˢ gₛᵖᵒʷᵉʳ / Σₛ decayᵗ⁻ˢ, which is what the bias correction amounts to. */
  private static BigDecimal decayingMean(BigDecimal[] g, int t, double decay, int power) {
    BigDecimal[] ones = g.clone();
    Arrays.fill(ones, BigDecimal.ONE);
    BigDecimal weights = decayingSum(ones, t, decay, power);
    return decayingSum(g, t, decay, power).divide(weights, DIGITS);
  }

  private static BigDecimal adam(BigDecimal[] g, int t, double beta1, double beta2, double eps) {
    BigDecimal root = decayingMean(g, t, beta2, 2).sqrt(DIGITS);
    return decayingMean(g, t, beta1, 1).divide(root.add(exact(eps)), DIGITS);
  }

  private static BigDecimal lookAhead(BigDecimal[] g, int t, double momentum) {
    BigDecimal sum = decayingSum(g, t, momentum, 1);
    return g[t].add(exact(momentum).multiply(sum));
  }

  /** Dozat's algorithm with the products written out. */
  private static BigDecimal nadam(BigDecimal[] g, int t, double psi) {
    BigDecimal now = BigDecimal.ONE;
    for (int s = 1; s <= t; s++) {
      now = now.multiply(mu(s, psi), DIGITS);
    }
    BigDecimal next = now.multiply(mu(t + 1, psi), DIGITS);
    BigDecimal mean = decayingSum(g, t, 0.9, 1).multiply(BigDecimal.ONE.subtract(exact(0.9)));
    BigDecimal ahead = mu(t + 1, psi).multiply(mean).divide(BigDecimal.ONE.subtract(next), DIGITS);
    BigDecimal here = BigDecimal.ONE.subtract(mu(t, psi)).multiply(g[t]);
    BigDecimal sum = ahead.add(here.divide(BigDecimal.ONE.subtract(now), DIGITS));
    BigDecimal root = decayingMean(g, t, 0.99, 2).sqrt(DIGITS);
    return sum.divide(root.add(exact(1e-8)), DIGITS);
  }

  private static BigDecimal mu(int t, double psi) {
    return exact(0.9 * (1 - 0.5 * Math.pow(0.96, t * psi)));
  }

  /** g / (√(mean square, less the squared mean if centred) + ε), zeros before the first. */
  private static BigDecimal quotient(BigDecimal[] g, int t, double alpha, boolean centred) {
    BigDecimal share = BigDecimal.ONE.subtract(exact(alpha));
    BigDecimal square = decayingSum(g, t, alpha, 2).multiply(share);
    BigDecimal mean = decayingSum(g, t, alpha, 1).multiply(share);
    BigDecimal spread = centred ? square.subtract(mean.pow(2)) : square;
    return g[t].divide(spread.sqrt(DIGITS).add(exact(1e-6)), DIGITS);
  }

  private static BigDecimal rmsprop(BigDecimal[] g, int t) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int s = 1; s <= t; s++) {
      sum = sum.multiply(exact(0.5)).add(quotient(g, s, 0.9, true), DIGITS);
    }
    return sum.multiply(exact(-0.1));
  }

  private static BigDecimal lion(BigDecimal[] g, int t) {
    BigDecimal past = t == 1 ? BigDecimal.ZERO : decayingSum(g, t - 1, 0.8, 1);
    BigDecimal mean = past.multiply(BigDecimal.ONE.subtract(exact(0.8)));
    BigDecimal now = BigDecimal.ONE.subtract(exact(0.6)).multiply(g[t]);
    return exact(exact(0.6).multiply(mean).add(now).signum());
  }

  private static Stream<Arguments> definitions() {
    return Stream.of(
        of(new ScaleByNesterovAdam(0.9, 0.99, 1e-8, 0.004), (g, p, t) -> nadam(g, t, 0.004)),
        of(
            new NesterovAdam(new Constant(0.1), 0.9, 0.99, 1e-8, 0.7, 0, DecayOn.ALL),
            (g, p, t) -> nadam(g, t, 0.7).multiply(exact(-0.1))),
        of(new ScaleByRootMeanSquare(0.9, 1e-6, false), (g, p, t) -> quotient(g, t, 0.9, false)),
        of(new ScaleByRootMeanSquare(0.9, 1e-6, true), (g, p, t) -> quotient(g, t, 0.9, true)),
        of(
            new Rmsprop(new Constant(0.1), 0.9, 1e-6, 0.5, true, 0, DecayOn.ALL),
            (g, p, t) -> rmsprop(g, t)),
        of(new ScaleByLion(0.6, 0.8), (g, p, t) -> lion(g, t)),
        of(
            new Lion(new Constant(0.1), 0.5, 0.6, 0.8, DecayOn.ALL),
            (g, p, t) -> lion(g, t).add(exact(0.5).multiply(p)).multiply(exact(-0.1))),
        of(new ScaleByAdam(0.9, 0.999, 1e-8), (g, p, t) -> adam(g, t, 0.9, 0.999, 1e-8)),
        of(new ScaleByAdam(0, 0.5, 1e-3), (g, p, t) -> adam(g, t, 0, 0.5, 1e-3)),
        of(new ScaleByAdam(0.9, 0, 1e-8), (g, p, t) -> adam(g, t, 0.9, 0, 1e-8)),
        of(new ScaleByMomentum(0.9, false), (g, p, t) -> decayingSum(g, t, 0.9, 1)),
        of(new ScaleByMomentum(0, false), (g, p, t) -> g[t]),
        of(new ScaleByMomentum(0.7, true), (g, p, t) -> lookAhead(g, t, 0.7)),
        of(new AddDecayedWeights(0.3, DecayOn.ALL), (g, p, t) -> g[t].add(exact(0.3).multiply(p))),
        of(new Descend(new Constant(0.2)), (g, p, t) -> g[t].multiply(exact(-0.2))),
        of(
            new Descend(new WarmUp(0.2, 10)),
            (g, p, t) -> g[t].multiply(exact(-0.02 * Math.min(t, 10)))),
        of(
            new Sgd(new Constant(0.1), 0.5, DecayOn.ALL),
            (g, p, t) -> g[t].add(exact(0.5).multiply(p)).multiply(exact(-0.1))),
        of(
            new Momentum(new Constant(0.1), 0.9, false, 0, DecayOn.ALL),
            (g, p, t) -> decayingSum(g, t, 0.9, 1).multiply(exact(-0.1))),
        of(
            new Adam(new Constant(0.1), 0.8, 0.9, 1e-6, 0, DecayOn.ALL),
            (g, p, t) -> adam(g, t, 0.8, 0.9, 1e-6).multiply(exact(-0.1))),
        of(
            new AdamW(new Constant(0.1), 5, 0.8, 0.9, 1e-6, DecayOn.ALL),
            (g, p, t) ->
                adam(g, t, 0.8, 0.9, 1e-6).add(exact(5).multiply(p)).multiply(exact(-0.1))));
  }

  private static Arguments of(UpdateRule rule, Definition definition) {
    return Arguments.of(rule, definition);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("definitions")
  void theUpdateIsTheDefinition(UpdateRule rule, Definition definition) {
    double[] start = Trajectory.start();
    double[][] gradients = Trajectory.gradients(STEPS);
    double[][] after = Trajectory.follow(rule, start, gradients);
    for (int i = 0; i < start.length; i++) {
      BigDecimal[] history = new BigDecimal[STEPS + 1];
      history[0] = BigDecimal.ZERO;
      for (int t = 1; t <= STEPS; t++) {
        history[t] = exact(gradients[t - 1][i]);
        double before = t == 1 ? start[i] : after[t - 2][i];
        double expected = definition.update(history, exact(before), t).doubleValue();
        double tolerance = 1e-13 * (Math.abs(before) + Math.abs(expected)) + 1e-13;
        assertThat(after[t - 1][i] - before)
            .as("parameter %s, update %s", i, t)
            .isCloseTo(expected, Offset.offset(tolerance));
      }
    }
  }
}
