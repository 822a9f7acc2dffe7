package org.dynlab.optim.schedule;

import java.util.List;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.describe.Catalogue.Member;
import org.dynlab.core.describe.Catalogue.Scalar;
import org.dynlab.core.rule.Schedule;

/** The schedules under the names that {@code learningRate: {kind: ...}} uses. */
public final class ScheduleCatalogue {

  private ScheduleCatalogue() {}

  /** All schedules, in listing order; a bare number is a constant. */
  public static Catalogue<Schedule> catalogue() {
    return new Catalogue<>(
        "schedule",
        Schedule.class,
        List.of(
            new Member<>("constant", Constant.class),
            new Member<>("warmUp", WarmUp.class),
            new Member<>("cosine", Cosine.class),
            new Member<>("step", Step.class),
            new Member<>("inverseTime", InverseTime.class),
            new Member<>("exponential", Exponential.class),
            new Member<>("linear", Linear.class)),
        new Scalar("constant", "value"));
  }
}
