package org.dynlab.core.engine.convolution;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;

import org.bytedeco.javacpp.DoublePointer;
import org.dynlab.core.engine.Matrix;

/** The arithmetic of a convolution in double precision. */
final class DoubleConvolutionPanel implements ConvolutionPanel {
  private final double[] zeros = new double[4096];
  private double[] values = new double[0];
  private double[] pooled = new double[0];
  private double[] open = new double[0];

  @Override
  public void copy(Matrix from, int fromAt, Matrix to, int toAt, int count) {
    to.doubles().put(toAt, from.doubles(), fromAt, count);
  }

  @Override
  public void clear(Matrix to) {
    for (int at = 0; at < to.size(); at += zeros.length) {
      to.doubles().put(at, zeros, 0, Math.min(zeros.length, to.size() - at));
    }
  }

  @Override
  public StripProduct product(
      Matrix a, boolean turnA, Matrix b, boolean turnB, Matrix c, StripProduct.Size size) {
    DoublePointer left = new DoublePointer(a.doublePointer());
    DoublePointer right = new DoublePointer(b.doublePointer());
    DoublePointer into = new DoublePointer(c.doublePointer());
    return (aAt, bAt, cAt, add) ->
        cblas_dgemm(
            CblasColMajor,
            turnA ? CblasTrans : CblasNoTrans,
            turnB ? CblasTrans : CblasNoTrans,
            size.m(),
            size.n(),
            size.k(),
            1.0,
            left.position(aAt),
            a.leading(),
            right.position(bAt),
            b.leading(),
            add ? 1.0 : 0.0,
            into.position(cAt),
            c.leading());
  }

  @Override
  public void reserve(int count) {
    if (values.length < count) {
      values = new double[count];
      pooled = new double[count];
      open = new double[count];
    }
  }

  @Override
  public void pool(Pooling pooling, Matrix map, int[] places, Matrix into, int to, int count) {
    gather(pooling, map, places, count);
    scale(pooled, pooling.factor(places.length), count);
    into.doubles().put(to, pooled, 0, count);
  }

  @Override
  public void unpool(Pooling pooling, Matrix map, int[] places, Matrix error, int from, int count) {
    if (pooling == Pooling.MAX) {
      gather(pooling, map, places, count);
    }
    error.doubles().get(from, open, 0, count);
    scale(open, pooling.factor(places.length), count);
    for (int place : places) {
      map.doubles().get(place, values, 0, count);
      pooling.share(values, pooled, open, count);
      map.doubles().put(place, values, 0, count);
    }
  }

  private void gather(Pooling pooling, Matrix map, int[] places, int count) {
    map.doubles().get(places[0], pooled, 0, count);
    for (int j = 1; j < places.length; j++) {
      map.doubles().get(places[j], values, 0, count);
      pooling.combine(values, pooled, count);
    }
  }

  private static void scale(double[] numbers, double factor, int count) {
    for (int i = 0; i < count; i++) {
      numbers[i] *= factor;
    }
  }
}
