package org.dynlab.core.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;

class ChecksTest {

  @Test
  void everyRuleIsReportedWithItsComponent() {
    Checks checks =
        new Checks()
            .positive("a", 0)
            .nonNegative("b", -0.5)
            .halfOpen("c", 1, 0, 1)
            .strictlyBetween("d", 0, 0, 0.5)
            .range("e", 7, 1, 6)
            .that(false, "f", "must be odd", 2, "add one")
            .add(new Problem("g", "must be said by somebody else", "x"));
    assertThat(checks.passed()).isFalse();
    assertThatThrownBy(checks::done)
        .hasMessage(
            """
            a: must be > 0, got 0.0
            b: must be >= 0, got -0.5
            c: must be in [0, 1), got 1.0
            d: must lie strictly between 0 and 0.5, got 0.0
            e: must be in 1..6, got 7
            f: must be odd, got 2 (add one)
            g: must be said by somebody else, got x""");
  }

  @Test
  void notANumberFailsEveryRule() {
    double nan = Double.NaN;
    Checks checks = new Checks().positive("a", nan).nonNegative("b", nan).halfOpen("c", nan, 0, 1);
    assertThatThrownBy(() -> checks.strictlyBetween("d", nan, 0, 1).done())
        .hasMessage(
            """
            a: must be > 0, got NaN
            b: must be >= 0, got NaN
            c: must be in [0, 1), got NaN
            d: must lie strictly between 0 and 1, got NaN""");
  }

  @Test
  void infinitiesFailOneSidedRules() {
    double infinity = Double.POSITIVE_INFINITY;
    assertThatThrownBy(() -> new Checks().positive("a", infinity).nonNegative("b", infinity).done())
        .hasMessage("a: must be > 0, got Infinity\nb: must be >= 0, got Infinity");
  }

  @Test
  void valuesWithinTheRulesPass() {
    Checks checks =
        new Checks()
            .positive("a", Double.MIN_VALUE)
            .nonNegative("b", 0)
            .halfOpen("c", 0, 0, 1)
            .strictlyBetween("d", 0.1, 0, 1)
            .range("e", 6, 1, 6);
    assertThat(checks.passed()).isTrue();
    checks.done();
  }

  @Test
  void problemsOfAComponentAreSeenFromOutside() {
    Checks checks = new Checks();
    assertThat(checks.within("fine", () -> 3)).contains(3);
    assertThat(checks.within("outer", () -> fail("inner"))).isEmpty();
    assertThat(checks.within("list", () -> fail("[2]"))).isEmpty();
    assertThat(checks.within("", () -> fail("same"))).isEmpty();
    assertThat(checks.within("self", () -> fail(""))).isEmpty();
    assertThatThrownBy(checks::done)
        .hasMessage(
            """
            outer.inner: must pass, got x
            list[2]: must pass, got x
            same: must pass, got x
            self: must pass, got x""");
  }

  private static Integer fail(String where) {
    throw new UserError(where, "must pass", "x", "");
  }
}
