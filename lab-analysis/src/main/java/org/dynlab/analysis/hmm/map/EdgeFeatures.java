package org.dynlab.analysis.hmm.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.map.MapEdge.Feature;
import org.dynlab.analysis.hmm.map.Passages.Passage;
import org.dynlab.analysis.hmm.model.GaussianHmm;
import org.dynlab.analysis.hmm.model.Smoother;

/** Averages gradients over the times an edge was taken. */
final class EdgeFeatures {
  private final GaussianHmm model;
  private final Sequences scaled;
  private final Importance importance;
  private final PosteriorGradient gradient;
  private final List<double[]> filtered;

  EdgeFeatures(GaussianHmm model, Sequences scaled, Importance importance) {
    this.model = model;
    this.scaled = scaled;
    this.importance = importance;
    this.gradient = new PosteriorGradient(model);
    this.filtered = filtered();
  }

  private List<double[]> filtered() {
    Smoother smoother = new Smoother(model, Frames.of(scaled));
    List<double[]> all = new ArrayList<>();
    for (int run = 0; run < scaled.count(); run++) {
      smoother.filter(run);
      double[] one = new double[scaled.length(run) * model.states()];
      for (int i = 0; i < one.length; i++) {
        one[i] = smoother.filtered(i / model.states(), i % model.states());
      }
      all.add(one);
    }
    return all;
  }

  /** The columns of the edge that was passed so, the most important first. */
  List<Feature> of(List<Passage> passages) {
    int from = passages.get(0).from();
    int to = passages.get(0).to();
    double[] mean = new double[scaled.width()];
    for (Passage passage : passages) {
      double[] one = gradient(passage);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += one[i] / passages.size();
      }
    }
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < mean.length; i++) {
      double movement = model.mean(to, i) - model.mean(from, i);
      features.add(new Feature(scaled.columns().get(i), movement, mean[i]));
    }
    features.sort(
        Comparator.comparingDouble((Feature feature) -> -Math.abs(feature.importance()))
            .thenComparingDouble(feature -> -Math.abs(feature.movement())));
    return features;
  }

  private double[] gradient(Passage passage) {
    boolean correct = importance == Importance.CORRECT;
    int t = correct ? passage.row() : passage.row() - 1;
    double[] row = new double[scaled.width()];
    for (int i = 0; i < row.length; i++) {
      row[i] = scaled.value(passage.run(), t, i);
    }
    double[] alpha = new double[model.states()];
    System.arraycopy(filtered.get(passage.run()), t * alpha.length, alpha, 0, alpha.length);
    if (!correct) {
      return gradient.withSummedColumns(passage.to(), row, alpha);
    }
    double[] absolute = gradient.of(passage.to(), row, alpha);
    for (int i = 0; i < absolute.length; i++) {
      absolute[i] = Math.abs(absolute[i]);
    }
    return absolute;
  }
}
