package org.dynlab.core.model.firstlayer;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.Stream;
import org.dynlab.store.problem.Problem;

/**
 * Structured first-layer initialisation (SFLI; Tang, Yang, Zhao and Zhu, arXiv 2507.11962): neurons
 * f(γ (a_j · (x − x_c) + c_j)) with ℓ = |Ω|^(1/d), γ = C (n^(1/d) − 1)/ℓ and shifts c_j uniform on
 * [0, ℓ]. For tanh the directions a_j are normal vectors divided by their length; for cos they are
 * normal vectors as drawn.
 *
 * <p>Formulas as a third-party implementation of the paper has them (Saitama32/PINNacle, {@code
 * src/model/sfli.py}), the body of the paper not being at hand; the range of shifts in several
 * dimensions is that author's choice. There inputs are normalised first; here x_c, the centre of
 * the box, takes the part of that, so that only differences from it matter. In one dimension about
 * half of the tanh neurons then change sign outside the box; {@code shiftMin: -ℓ/2} and {@code
 * shiftMax: ℓ/2} bring them inside. The paper's Gaussian form is left out: its activation exp(−z²)
 * of a distance to a centre is none that a fully connected layer has.
 */
@Meaning("neurons f(gamma (a.(x - centre) + c)), gamma from box and width; for tanh and cos")
record Structured(
    @Default("1") @Meaning("C: factor on gamma = (n^(1/d) - 1) / |box|^(1/d)") double factor,
    @Meaning("steepness, in place of the formula") Optional<Double> gamma,
    @Default("0") @Meaning("smallest shift c") double shiftMin,
    @Meaning("largest shift c; |box|^(1/d) if left out") Optional<Double> shiftMax)
    implements FirstLayer {
  private static final Set<Activation> SERVED = Set.of(Activation.TANH, Activation.COS);

  /** Checks the ranges. */
  Structured {
    Checks checks = new Checks().positive("factor", factor);
    gamma.ifPresent(g -> checks.positive("gamma", g));
    boolean finite = shiftMin > Double.NEGATIVE_INFINITY && shiftMin < Double.POSITIVE_INFINITY;
    checks.that(finite, "shiftMin", "must be a number", shiftMin);
    shiftMax.ifPresent(
        most ->
            checks.that(
                most > shiftMin && most < Double.POSITIVE_INFINITY,
                "shiftMax",
                "must be > shiftMin",
                most));
    checks.done();
  }

  @Override
  public Optional<Problem> unsuited(Activation f) {
    return SERVED.contains(f)
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "",
                "must suit the activation " + f.name().toLowerCase(Locale.ROOT),
                "structured",
                "that is for tanh and cos"));
  }

  @Override
  public double[] draw(BoundingBox box, int width, Activation f, Stream stream) {
    int d = box.dimensions();
    double side = box.side();
    boolean flat = !(side > 0);
    double most = shiftMax.orElse(side);
    new Checks()
        .that(!flat, "", "must have training inputs that fill a box", "a flat one")
        .that(flat || most > shiftMin, "shiftMin", "must be < " + most + " here", shiftMin)
        .done();
    double formula = factor * (Math.pow(width, 1.0 / d) - 1) / side;
    Hyperplanes layer = new Hyperplanes(box, width, gamma.orElse(formula));
    for (int j = 0; j < width; j++) {
      double[] a =
          f == Activation.TANH ? Hyperplanes.direction(d, stream) : Hyperplanes.normal(d, stream);
      layer.set(j, a, stream.uniform(shiftMin, most));
    }
    return layer.values();
  }
}
