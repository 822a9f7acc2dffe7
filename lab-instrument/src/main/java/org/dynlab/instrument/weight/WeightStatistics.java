package org.dynlab.instrument.weight;

import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.Subject;

/**
 * The 14 weight statistics of Hu, Chen, Saphra and Cho, <i>Latent State Models of Training
 * Dynamics</i> (TMLR 2023, arXiv:2308.09543, table 3), and the norm of the whole vector.
 *
 * <p>Of every weight matrix W: [in, out], and as their arithmetic mean over the matrices under
 * {@code weight.all}: l1 = Σ|w|, l2 = sqrt(Σw²), l1 / l2 (the mean of ratios, not the ratio of
 * means), trace = Σ w_ii over the main diagonal also where W is not square, and on request the
 * largest singular value, trace over it, mean and variance of the singular values, those below 1e-5
 * set to 0. Of all weights, and of all biases if there are any, taken as one vector: mean, median,
 * variance. {@code weight.all.norm} is sqrt(Σθ²) over all parameters, biases included.
 *
 * <p>Where the paper and its code disagree, the code is followed: variances divide by n − 1, the
 * paper says n; L2 is the Frobenius norm, the paper's formula (a sum of square roots of squares)
 * would be L1. The median of an even number is the lower of the two middle ones, as torch.median
 * gives it.
 *
 * <p>Edges: a matrix with one row or column has one singular value, whose variance is NaN and left
 * out of the average; the ratios of a zero matrix are NaN, and so is their average; a matrix with
 * an entry that is not finite has NaN everywhere, and so has every average it enters. Magnitudes
 * beyond 1e±150 are out of range: the squares overflow (NaN) or vanish.
 *
 * <p>Cost: about four passes over the parameters; with singular values in addition O(in · out ·
 * min(in, out)) per matrix, which is milliseconds at a few hundred units.
 *
 * @param singularValues whether the four statistics that need singular values are measured too
 */
@Meaning("14 statistics of weights and biases, per matrix and averaged, and the parameter norm")
public record WeightStatistics(
    @Meaning("also spectral norm, trace over it, mean and variance of singular values; costly")
        @Default("false")
        boolean singularValues)
    implements Instrument {

  @Override
  public Gauge begin(Subject subject) {
    return new WeightGauge(subject.layout(), singularValues);
  }
}
