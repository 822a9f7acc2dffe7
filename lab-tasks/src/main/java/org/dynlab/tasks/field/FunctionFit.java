package org.dynlab.tasks.field;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.RealTargets;
import org.dynlab.core.task.Task;
import org.dynlab.core.task.TaskData;

/**
 * A known function, learned from its values at points of a box and judged at the middles of equal
 * cells of it. Both sets carry the weights that integrate over the box: h and h/2 on a uniform mesh
 * (trapezoid rule), Gauss weights, cells, or volume/n.
 *
 * <p>Example 2.6 of Yang, Zhao and Zhu (arXiv:2412.05144) is the default: cos x + cos 2x + cos 30x
 * on [-1, 1]. The paper states neither number nor kind of points; 200 uniform ones reproduce its
 * figures. Its trapezoid weights are written without the step h; here they have it, so that they
 * are an integral.
 */
@Meaning("a known function, learned from its values at points of a box")
public record FunctionFit(
    @Meaning("the function") @Default("threeCosines") TargetFunction target,
    @Meaning(
            "how train points are spread: uniform, midpoints, gaussLegendre, random, latinHypercube")
        @Default("uniform")
        Scatter points,
    @Meaning("number of train points; a grid takes the largest that fits") @Default("200")
        int count,
    @Meaning("[low, high] of every coordinate") @Default("[-1, 1]") List<Double> domain,
    @Meaning("number of eval points, on a grid") @Default("1000") int evalPoints)
    implements Task {

  /** Checks counts and domain, copies the list. */
  public FunctionFit {
    domain = List.copyOf(domain);
    Checks checks = new Checks();
    checks.within("", () -> counts(target, points, count, evalPoints));
    checks.that(domain.size() == 2, "domain", "must be [low, high]", domain);
    if (domain.size() == 2) {
      double low = domain.get(0);
      double high = domain.get(1);
      boolean finite = Double.isFinite(low) && Double.isFinite(high) && high - low < 1e300;
      checks.that(finite && low < high, "domain", "must be finite with low < high", domain);
    }
    checks.done();
  }

  private static boolean counts(TargetFunction target, Scatter points, int count, int evalPoints) {
    PointCounts counts = new PointCounts(points);
    PointCounts train =
        target.dimensions() == 1 ? counts.onLine("count", count) : counts.inPlane("count", count);
    train.inPlane("evalPoints", evalPoints).done();
    return true;
  }

  @Override
  public TaskData prepare(SeedTree seeds) {
    Interval side = new Interval(domain.get(0), domain.get(1));
    Box box = new Box(Collections.nCopies(target.dimensions(), side));
    PointSet train = new Sampling(points, seeds).inside(box, count);
    PointSet eval = new Sampling(Scatter.MIDPOINTS, seeds).inside(box, evalPoints);
    return new TaskData(examples(train), examples(eval));
  }

  private Examples examples(PointSet set) {
    double[] values = new double[set.rows()];
    for (int row = 0; row < values.length; row++) {
      values[row] = target.at(set.point(row));
    }
    return new Examples(set.features(), new RealTargets(values, 1), Optional.of(set.measure()));
  }
}
