package org.dynlab.instrument.curvature;

import java.util.ArrayList;
import java.util.List;

/** Losses along several chains of one length: their mean, its error, and whether they agree. */
final class Chains {
  private final int burnIn;
  private final int draws;
  private final List<Double> means = new ArrayList<>();
  private double variances;
  private double accepted;

  Chains(int burnIn, int draws) {
    this.burnIn = burnIn;
    this.draws = draws;
  }

  void run(LangevinChain chain) {
    for (int k = 0; k < burnIn; k++) {
      double unused = chain.advance();
    }
    double mean = 0;
    double squares = 0;
    for (int k = 1; k <= draws; k++) {
      accepted += chain.advance();
      double off = chain.loss() - mean;
      mean += off / k;
      squares += off * (chain.loss() - mean);
    }
    means.add(mean);
    variances += squares / (draws - 1);
  }

  /** Over all chains. */
  double mean() {
    return means.stream().mapToDouble(m -> m).sum() / means.size();
  }

  /** Of the mean, from the spread of the chains' means. */
  double standardError() {
    return Math.sqrt(betweenChains() / means.size());
  }

  /** √(((m-1)/m W + B) / W), W within and B between chains of m draws. */
  double ratio() {
    double within = variances / means.size();
    return Math.sqrt(((draws - 1.0) / draws * within + betweenChains()) / within);
  }

  double acceptance() {
    return accepted / draws / means.size();
  }

  private double betweenChains() {
    double mean = mean();
    double squares = means.stream().mapToDouble(m -> (m - mean) * (m - mean)).sum();
    return squares / (means.size() - 1);
  }
}
