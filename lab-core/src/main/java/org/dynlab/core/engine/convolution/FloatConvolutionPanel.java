package org.dynlab.core.engine.convolution;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;
import org.dynlab.core.engine.Matrix;

/** The arithmetic of a convolution in single precision. */
final class FloatConvolutionPanel implements ConvolutionPanel {
  private final float[] zeros = new float[4096];
  private float[] values = new float[0];
  private float[] pooled = new float[0];
  private float[] open = new float[0];

  @Override
  public void copy(Matrix from, int fromAt, Matrix to, int toAt, int count) {
    to.floats().put(toAt, from.floats(), fromAt, count);
  }

  @Override
  public void clear(Matrix to) {
    for (int at = 0; at < to.size(); at += zeros.length) {
      to.floats().put(at, zeros, 0, Math.min(zeros.length, to.size() - at));
    }
  }

  @Override
  public StripProduct product(
      Matrix a, boolean turnA, Matrix b, boolean turnB, Matrix c, StripProduct.Size size) {
    FloatPointer left = new FloatPointer(a.floatPointer());
    FloatPointer right = new FloatPointer(b.floatPointer());
    FloatPointer into = new FloatPointer(c.floatPointer());
    return (aAt, bAt, cAt, add) ->
        cblas_sgemm(
            CblasColMajor,
            turnA ? CblasTrans : CblasNoTrans,
            turnB ? CblasTrans : CblasNoTrans,
            size.m(),
            size.n(),
            size.k(),
            1f,
            left.position(aAt),
            a.leading(),
            right.position(bAt),
            b.leading(),
            add ? 1f : 0f,
            into.position(cAt),
            c.leading());
  }

  @Override
  public void reserve(int count) {
    if (values.length < count) {
      values = new float[count];
      pooled = new float[count];
      open = new float[count];
    }
  }

  @Override
  public void pool(Pooling pooling, Matrix map, int[] places, Matrix into, int to, int count) {
    gather(pooling, map, places, count);
    scale(pooled, (float) pooling.factor(places.length), count);
    into.floats().put(to, pooled, 0, count);
  }

  @Override
  public void unpool(Pooling pooling, Matrix map, int[] places, Matrix error, int from, int count) {
    if (pooling == Pooling.MAX) {
      gather(pooling, map, places, count);
    }
    error.floats().get(from, open, 0, count);
    scale(open, (float) pooling.factor(places.length), count);
    for (int place : places) {
      map.floats().get(place, values, 0, count);
      pooling.share(values, pooled, open, count);
      map.floats().put(place, values, 0, count);
    }
  }

  private void gather(Pooling pooling, Matrix map, int[] places, int count) {
    map.floats().get(places[0], pooled, 0, count);
    for (int j = 1; j < places.length; j++) {
      map.floats().get(places[j], values, 0, count);
      pooling.combine(values, pooled, count);
    }
  }

  private static void scale(float[] numbers, float factor, int count) {
    for (int i = 0; i < count; i++) {
      numbers[i] *= factor;
    }
  }
}
