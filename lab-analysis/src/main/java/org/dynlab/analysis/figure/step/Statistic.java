package org.dynlab.analysis.figure.step;

import org.dynlab.store.claim.Threshold;

/** What of a panel's columns is drawn, over the runs of an arm. */
public sealed interface Statistic {

  /** What the numbers are, in words. */
  String words();

  /** The mean, with a band where there are enough runs, and every run. */
  record Mean() implements Statistic {
    @Override
    public String words() {
      return "mean";
    }
  }

  /** The mean of the middle half of the runs, see {@code comparison.score.InterquartileMean}. */
  record Middle() implements Statistic {
    @Override
    public String words() {
      return "interquartile mean";
    }
  }

  /** The share of runs that have reached a threshold. */
  record Arrivals(Threshold threshold) implements Statistic {
    @Override
    public String words() {
      return "share";
    }
  }
}
