package org.dynlab.instrument.progress;

import java.util.List;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.Subject;

/**
 * Progress measures for x + y or x - y modulo p (Nanda et al. 2023, arXiv:2301.05217, section 5),
 * with t = x ± y and w_k = 2πk/p:
 *
 * <pre>
 * power         Σ over columns of the squared Fourier coefficients of the first p rows of the first
 *               weight matrix, at the frequencies k = 1..(p-1)/2: what it gives to the operand x
 * gini          Gini coefficient of the power, 0 if even, towards 1 if in one frequency
 * key_share     share of the power in the key frequencies
 * restricted    the outputs' mean over all pairs and their part along cos w_k t and sin w_k t for key
 *               frequencies k, all else left out: cross-entropy and accuracy of the evaluation pairs,
 *               cross-entropy of the train pairs
 * excluded      the outputs without that part along key frequencies: cross-entropy and accuracy of the
 *               train pairs, cross-entropy of the evaluation pairs
 * </pre>
 *
 * <p>The first matrix is the embedding of a transformer, or the first layer of a network that reads
 * two one-hot vectors. The key frequencies are those listed, or else, anew at every step, the ones
 * along which the outputs have most: the largest Σ over classes of the squared parts along cos w_k
 * t and sin w_k t. The paper picks them once, after training, by hand. Outputs count as logits,
 * whatever the loss. NaN where an output is not finite, or the labels are neither x + y nor x - y
 * for most pairs. Needs all p² pairs, p odd. Cost: 2 (p-1)/2 · p³ multiplications.
 *
 * @param keys number of key frequencies that are looked for
 * @param frequencies the key frequencies, in 1..(p-1)/2; empty to look for them
 * @param spectrum whether the power at every frequency has a column
 */
@Meaning("Fourier power of the embedding, restricted and excluded loss, for sums modulo p")
public record FourierProgress(
    @Meaning("number of key frequencies looked for") @Default("5") int keys,
    @Meaning("key frequencies to take instead") @Default("[]") List<Integer> frequencies,
    @Meaning("a column for the power at each frequency") @Default("false") boolean spectrum)
    implements Instrument {

  /** Checks the ranges, copies the list. */
  public FourierProgress {
    frequencies = List.copyOf(frequencies);
    Checks checks = new Checks().range("keys", keys, 1, 1000);
    for (int i = 0; i < frequencies.size(); i++) {
      String place = "frequencies[" + i + "]";
      checks.range(place, frequencies.get(i), 1, 1000);
      boolean first = frequencies.indexOf(frequencies.get(i)) == i;
      checks.that(first, place, "must not repeat an earlier one", frequencies.get(i));
    }
    checks.done();
  }

  @Override
  public Gauge begin(Subject subject) {
    int p = subject.data().classes();
    int pairs = subject.data().trainRows() + subject.data().evalRows();
    int rows = subject.layout().weights().get(0).rows();
    Checks checks = new Checks();
    checks.that(
        p > 2 && p % 2 == 1 && pairs == p * p && (rows == 2 * p || rows == p + 1 || rows == p + 2),
        "probes.fourierProgress",
        "must be put on all p² pairs of a sum modulo an odd p",
        pairs + " examples of " + p + " classes with " + rows + " inputs",
        "modularArithmetic with operation add or subtract");
    for (int i = 0; i < frequencies.size(); i++) {
      String rule = "must be <= (p-1)/2 = " + (p - 1) / 2;
      boolean fits = frequencies.get(i) <= (p - 1) / 2;
      checks.that(fits, "probes.fourierProgress.frequencies[" + i + "]", rule, frequencies.get(i));
    }
    checks.done();
    return new ProgressGauge(this, subject);
  }
}
