package org.dynlab.instrument.information;

/**
 * What an estimator says of a layer T.
 *
 * @param ofInputs I(X;T) in nats
 * @param ofClasses I(T;Y) in nats, NaN where there are no classes
 */
record Estimate(double ofInputs, double ofClasses) {
  static final Estimate NONE = new Estimate(Double.NaN, Double.NaN);
}
