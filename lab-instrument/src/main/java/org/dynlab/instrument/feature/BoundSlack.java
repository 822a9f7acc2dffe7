package org.dynlab.instrument.feature;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.Place;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.instrument.feature.EpsilonRank.Weighting;
import org.dynlab.instrument.flat.NumberName;
import org.dynlab.store.table.Column;

/**
 * The slack in the bound of the loss by the ε-rank (Yang, Zhao and Zhu, arXiv:2412.05144, theorem
 * 3.3): √L ≥ (dist(u*, F_p) − slack)/C_S with
 *
 * <pre>
 * slack = √(‖β‖² (p + 1)(n − p)² ε)
 * </pre>
 *
 * <p>for n neurons in the last hidden layer, p its ε-rank, β the weights behind it (Frobenius norm
 * where there are several outputs, without the bias). The distance cannot be computed and is at
 * most ‖u*‖: where the slack is larger, the bound says nothing, which is the usual case. It is to
 * be shown as slack, not as a certificate.
 *
 * <p>0 for p = n; NaN where {@link EpsilonRank} is, whose cost this has as well.
 *
 * @param epsilon absolute thresholds, as those of {@link EpsilonRank}
 * @param probes N, the number of probe inputs
 * @param source the examples that probe inputs are drawn from
 * @param weighting of the Gram matrix; the theorem's is {@code integral}
 */
@Meaning("slack in the bound of the loss by the last hidden layer's epsilon-rank")
public record BoundSlack(
    @Meaning("absolute thresholds") @Default("[1.0e-3, 1.0e-6]") List<Double> epsilon,
    @Meaning("number of probe inputs") @Default("1024") int probes,
    @Meaning("examples the probe inputs are drawn from: all, train or eval") @Default("all")
        Source source,
    @Meaning("mean: Gram matrix over N; unit: plain sum; integral: with the task's weights")
        @Default("mean")
        Weighting weighting)
    implements Instrument {

  /** Refuses what {@link EpsilonRank} refuses. */
  public BoundSlack {
    epsilon = new EpsilonRank(epsilon, List.of(), probes, source, weighting).epsilon();
  }

  @Override
  public Gauge begin(Subject subject) {
    return new SlackGauge(this, subject);
  }

  /** At one step; 0 for p = n. */
  static double of(double epsilon, int width, double rank, double outputNorm) {
    return outputNorm * (width - rank) * Math.sqrt((rank + 1) * epsilon);
  }

  private static final class SlackGauge implements Gauge {
    private final List<Double> epsilon;
    private final Gauge ranks;
    private final int first;
    private final int width;
    private final ParameterBlock readOut;
    private final List<Column> columns = new ArrayList<>();

    SlackGauge(BoundSlack slack, Subject subject) {
      EpsilonRank rank =
          new EpsilonRank(slack.epsilon, List.of(), slack.probes, slack.source, slack.weighting);
      epsilon = slack.epsilon;
      ranks = rank.begin(subject);
      int last = subject.hidden().size() - 1;
      Place place = subject.hidden().get(last);
      first = last * epsilon.size();
      width = place.width();
      List<ParameterBlock> weights = subject.layout().weights();
      readOut = weights.get(weights.size() - 1);
      String setting = rank.setting(subject.rows(rank.probeSet()));
      for (double threshold : epsilon) {
        columns.add(
            new Column(
                "bound_slack." + place.name() + ".abs_" + NumberName.of(threshold) + rank.suffix(),
                "1",
                "slack in the bound of the root of the loss by the number of eigenvalues above "
                    + threshold
                    + " of the outputs of "
                    + place.name()
                    + "; "
                    + setting));
      }
    }

    @Override
    public List<Column> columns() {
      return List.copyOf(columns);
    }

    @Override
    public double[] measure(StepView view) {
      double[] measured = ranks.measure(view);
      double norm = norm(view.parameters());
      double[] row = new double[epsilon.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = of(epsilon.get(i), width, measured[first + i], norm);
      }
      return row;
    }

    private double norm(double[] parameters) {
      double squares = 0;
      for (int i = readOut.offset(); i < readOut.end(); i++) {
        squares += parameters[i] * parameters[i];
      }
      return Math.sqrt(squares);
    }
  }
}
