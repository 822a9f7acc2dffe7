package org.dynlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import org.dynlab.core.experiment.Cadence;
import org.dynlab.core.experiment.Probe;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.store.table.Column;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final Subject SUBJECT =
      new Subject(
          new ParameterLayout(List.of()),
          List.of(),
          List.of(),
          1,
          new Subject.Data(1, 1, 0, true),
          new SeedTree(0));

  /** Measures what it is told, in columns a and b. */
  private static final class Told implements Instrument, Gauge {
    private final double[] numbers;

    Told(double[] numbers) {
      this.numbers = numbers;
    }

    @Override
    public Gauge begin(Subject subject) {
      return this;
    }

    @Override
    public List<Column> columns() {
      return List.of(new Column("told.a", "1", "a"), new Column("told.b", "1", "b"));
    }

    @Override
    public double[] measure(StepView view) {
      return numbers;
    }
  }

  /** A view of which nothing but the step is asked. */
  private static StepView step(long step) {
    return (StepView)
        Proxy.newProxyInstance(
            StepView.class.getClassLoader(),
            new Class<?>[] {StepView.class},
            (proxy, method, arguments) -> step);
  }

  @Test
  void columnsThatAreNotFiniteAnyMoreAreNewsOnce() {
    double[] numbers = {Double.NaN, 1};
    Probe told = new Probe(new Told(numbers), new Cadence.Every(1));
    Watch watch = new Watch(List.of(told), SUBJECT, 10);
    StepView view = step(3);
    watch.look(view);
    assertThat(watch.news()).isEmpty();
    numbers[1] = Double.POSITIVE_INFINITY;
    watch.look(view);
    assertThat(watch.news()).contains("not finite any more at step 3: told.b");
    watch.look(view);
    assertThat(watch.news()).isEmpty();
  }

  @Test
  void instrumentsThatAreThereTwiceHaveCostsOfTheirOwn() {
    Probe fits = new Probe(new Workbench.Fits(), new Cadence.Every(1));
    Probe broken = new Probe(new Workbench.Broken(), new Cadence.Every(1));
    Watch watch = new Watch(List.of(fits, broken, fits, fits), SUBJECT, 10);
    assertThat(watch.names()).containsExactly("Fits", "Broken", "Fits2", "Fits3");
    assertThat(watch.seconds()).hasSize(4);
  }
}
