package org.dynlab.tasks;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.random.SeedTree;

/**
 * Wrong labels among those that are trained on. Of n labels exactly floor(share · n) are replaced,
 * chosen and replaced by draws of the seed stream {@code noise}; each wrong label is uniform over
 * the <em>other</em> classes, so the share is the share of wrong labels.
 *
 * <p>Doshi et al. 2024, arXiv:2310.13061, in their code draw the replacements from all c classes,
 * one in c of which happens to be right: their 35 % at c = 97 are 34.6 % here.
 */
public final class LabelNoise {

  private LabelNoise() {}

  /** The share must be a number in [0, 1]. */
  public static void check(Checks checks, double share) {
    checks.that(share >= 0 && share <= 1, "labelNoise", "must be in [0, 1]", share);
  }

  /** The labels with their share of wrong ones; without noise the same array. */
  public static int[] corrupt(int[] labels, int classes, double share, SeedTree seeds) {
    int wrong = Share.of(share, labels.length);
    if (wrong == 0) {
      return labels;
    }
    var stream = seeds.stream("noise");
    int[] order = stream.permutation(labels.length);
    int[] noisy = labels.clone();
    for (int i = 0; i < wrong; i++) {
      int row = order[i];
      noisy[row] = (labels[row] + 1 + stream.below(classes - 1)) % classes;
    }
    return noisy;
  }
}
