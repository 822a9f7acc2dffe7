package org.dynlab.core.engine.convolution;

import org.dynlab.core.engine.Matrix;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Convolution and pooling as their definitions read, one number at a time: right on every backend,
 * fast on none. The oracle of the tests.
 */
final class PortableConvolution implements ConvolutionKernels {
  private final ConvolutionShape shape;

  PortableConvolution(ConvolutionShape shape) {
    this.shape = shape;
  }

  @Override
  public void frame(Matrix x, boolean planar, Matrix frame) {
    double[][] from = x.array().toDoubleMatrix();
    double[][] to = new double[from.length][shape.frameSize()];
    for (int i = 0; i < from.length; i++) {
      for (int j = 0; j < shape.inputSize(); j++) {
        to[i][inFrame(j, planar)] = from[i][j];
      }
    }
    assign(frame, to);
  }

  @Override
  public void unframe(Matrix frame, boolean planar, Matrix x) {
    double[][] from = frame.array().toDoubleMatrix();
    double[][] to = new double[from.length][shape.inputSize()];
    for (int i = 0; i < from.length; i++) {
      for (int j = 0; j < shape.inputSize(); j++) {
        to[i][j] = from[i][inFrame(j, planar)];
      }
    }
    assign(x, to);
  }

  private int inFrame(int j, boolean planar) {
    int plane = shape.height() * shape.width();
    int pixel = planar ? j % plane : j / shape.channels();
    int channel = planar ? j / plane : j % shape.channels();
    int y = pixel / shape.width() + shape.padding();
    int x = pixel % shape.width() + shape.padding();
    return (y * shape.frameWidth() + x) * shape.channels() + channel;
  }

  @Override
  public void convolve(Matrix frame, Matrix w, Matrix map) {
    double[][] from = frame.array().toDoubleMatrix();
    double[][] weights = w.array().toDoubleMatrix();
    double[][] to = new double[from.length][shape.mapSize()];
    eachTerm((at, row, o, j) -> addProduct(from, at, weights[row][o], to, j));
    assign(map, to);
  }

  @Override
  public void weightGradient(Matrix frame, Matrix error, Matrix wGradient) {
    double[][] from = frame.array().toDoubleMatrix();
    double[][] errors = error.array().toDoubleMatrix();
    double[][] sums = new double[shape.patch()][shape.outputs()];
    eachTerm(
        (at, row, o, j) -> {
          for (int i = 0; i < from.length; i++) {
            sums[row][o] += from[i][at] * errors[i][j];
          }
        });
    assign(wGradient, sums);
  }

  @Override
  public void frameError(Matrix error, Matrix w, Matrix frameError) {
    double[][] errors = error.array().toDoubleMatrix();
    double[][] weights = w.array().toDoubleMatrix();
    double[][] to = new double[errors.length][shape.frameSize()];
    eachTerm((at, row, o, j) -> addProduct(errors, j, weights[row][o], to, at));
    assign(frameError, to);
  }

  private static void addProduct(double[][] from, int at, double factor, double[][] to, int j) {
    for (int i = 0; i < from.length; i++) {
      to[i][j] += from[i][at] * factor;
    }
  }

  private interface Term {
    void at(int inFrame, int weightRow, int output, int inMap);
  }

  /** Every product of a number of the frame with a weight, and the number of the map it goes to. */
  private void eachTerm(Term term) {
    for (int j = 0; j < shape.mapSize(); j++) {
      int y = j / shape.outputs() / shape.mapWidth();
      int x = j / shape.outputs() % shape.mapWidth();
      for (int row = 0; row < shape.patch(); row++) {
        int dy = row / shape.strip();
        int dx = row % shape.strip() / shape.channels();
        int pixel = (y + dy) * shape.frameWidth() + x + dx;
        int channel = row % shape.channels();
        term.at(pixel * shape.channels() + channel, row, j % shape.outputs(), j);
      }
    }
  }

  @Override
  public void pool(Pooling pooling, Matrix map, Matrix pooled) {
    double[][] from = map.array().toDoubleMatrix();
    double[][] to = new double[from.length][shape.pooledSize()];
    for (int i = 0; i < from.length; i++) {
      for (int j = 0; j < shape.pooledSize(); j++) {
        to[i][j] = pooled(pooling, from[i], j);
      }
    }
    assign(pooled, to);
  }

  private double pooled(Pooling pooling, double[] map, int j) {
    double sum = 0;
    double largest = Double.NEGATIVE_INFINITY;
    int entries = shape.window() * shape.window();
    for (int k = 0; k < entries; k++) {
      sum += map[inMap(j, k)];
      largest = Math.max(largest, map[inMap(j, k)]);
    }
    return pooling == Pooling.MAX ? largest : sum / entries;
  }

  @Override
  public void unpool(Pooling pooling, Matrix map, Matrix error) {
    double[][] values = map.array().toDoubleMatrix();
    double[][] errors = error.array().toDoubleMatrix();
    for (int i = 0; i < errors.length; i++) {
      for (int j = 0; j < shape.pooledSize(); j++) {
        unpool(pooling, values[i], j, errors[i][j]);
      }
    }
    assign(map, values);
  }

  private void unpool(Pooling pooling, double[] map, int j, double error) {
    int entries = shape.window() * shape.window();
    int first = 0;
    for (int k = 1; k < entries; k++) {
      first = map[inMap(j, k)] > map[inMap(j, first)] ? k : first;
    }
    for (int k = 0; k < entries; k++) {
      double ofLargest = k == first ? error : 0;
      map[inMap(j, k)] = pooling == Pooling.MAX ? ofLargest : error / entries;
    }
  }

  /** Number k of window j. */
  private int inMap(int j, int k) {
    int pixel = j / shape.outputs();
    int y = pixel / shape.pooledWidth() * shape.window() + k / shape.window();
    int x = pixel % shape.pooledWidth() * shape.window() + k % shape.window();
    return (y * shape.mapWidth() + x) * shape.outputs() + j % shape.outputs();
  }

  private static void assign(Matrix target, double[][] values) {
    target.array().assign(Nd4j.create(values));
  }
}
