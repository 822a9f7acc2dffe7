package org.dynlab.core.engine;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The kernels in their plainest form, through ND4J's portable interface: right on every backend,
 * fast on none. The oracle of the tests, and the path of backends whose memory Java cannot see.
 */
final class PortableKernels implements Kernels {

  @Override
  public void multiply(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix c) {
    INDArray product = Nd4j.gemm(a.array(), b.array(), transposeA, transposeB);
    c.array().assign(product.reshape(c.array().shape()));
  }

  @Override
  public void activateSums(Tokens tokens, Matrix w, Matrix bias, Activation f, Matrix z, Matrix h) {
    double[][] weights = w.array().toDoubleMatrix();
    double[][] sums = new double[z.rows()][z.columns()];
    for (int s = 0; s < tokens.slots(); s++) {
      for (int i = 0; i < z.rows(); i++) {
        addInto(sums[i], weights[tokens.slot(s)[i]]);
      }
    }
    assign(z, sums);
    activate(z, bias, f, h);
  }

  @Override
  public void scatterError(
      Tokens tokens, Matrix z, Activation f, Matrix error, Matrix wGradient, Matrix biasGradient) {
    timesSlope(z, f, error, biasGradient);
    double[][] errors = error.array().toDoubleMatrix();
    double[][] sums = new double[wGradient.rows()][wGradient.columns()];
    for (int s = 0; s < tokens.slots(); s++) {
      for (int i = 0; i < error.rows(); i++) {
        addInto(sums[tokens.slot(s)[i]], errors[i]);
      }
    }
    assign(wGradient, sums);
  }

  @Override
  public void activate(Matrix z, Matrix bias, Activation f, Matrix h) {
    shift(z, bias);
    double[][] values = z.array().toDoubleMatrix();
    for (double[] row : values) {
      for (int j = 0; j < row.length; j++) {
        row[j] = f.value(row[j]);
      }
    }
    assign(h, values);
  }

  @Override
  public void timesSlope(Matrix z, Activation f, Matrix error, Matrix biasGradient) {
    double[][] at = z.array().toDoubleMatrix();
    double[][] errors = error.array().toDoubleMatrix();
    for (int i = 0; i < errors.length; i++) {
      for (int j = 0; j < errors[i].length; j++) {
        errors[i][j] *= f.slope(at[i][j]);
      }
    }
    assign(error, errors);
    if (biasGradient != null) {
      columnSums(error, biasGradient);
    }
  }

  @Override
  public void columnSums(Matrix error, Matrix sums) {
    double[] total = new double[error.columns()];
    for (double[] row : error.array().toDoubleMatrix()) {
      addInto(total, row);
    }
    for (int j = 0; j < total.length; j++) {
      sums.array().putScalar(j, total[j]);
    }
  }

  @Override
  public LossSum loss(Loss loss, Matrix z, Matrix bias, int[] classes) {
    return lossAndError(loss, z, bias, classes);
  }

  @Override
  public LossSum lossAndError(Loss loss, Matrix z, Matrix bias, int[] classes) {
    shift(z, bias);
    double[][] outputs = z.array().toDoubleMatrix();
    double total = 0;
    int correct = 0;
    for (int i = 0; i < outputs.length; i++) {
      correct += largest(outputs[i]) == classes[i] ? 1 : 0;
      total +=
          loss == Loss.SOFTMAX_CROSS_ENTROPY
              ? crossEntropy(outputs[i], classes[i])
              : squaredError(outputs[i], classes[i]);
    }
    assign(z, outputs);
    return new LossSum(total, correct);
  }

  @Override
  public void read(Matrix from, int offset, double[] into, int count) {
    char order = from.rowMajor() ? 'c' : 'f';
    long[] flat = {from.size()};
    double[] all = from.array().dup(order).reshape(order, flat).toDoubleVector();
    System.arraycopy(all, offset, into, 0, count);
  }

  @Override
  public void write(double[] from, Matrix to) {
    char order = to.rowMajor() ? 'c' : 'f';
    to.array().assign(Nd4j.create(from).reshape(order, to.array().shape()));
  }

  private static double crossEntropy(double[] z, int label) {
    double max = z[largest(z)];
    double sum = 0;
    for (double value : z) {
      sum += Math.exp(value - max);
    }
    double logSum = max + Math.log(sum);
    double loss = logSum - z[label];
    for (int j = 0; j < z.length; j++) {
      z[j] = Math.exp(z[j] - logSum) - (j == label ? 1 : 0);
    }
    return loss;
  }

  private static double squaredError(double[] z, int label) {
    double sum = 0;
    for (int j = 0; j < z.length; j++) {
      double difference = z[j] - (j == label ? 1 : 0);
      sum += difference * difference;
      z[j] = 2 * difference / z.length;
    }
    return sum / z.length;
  }

  private static int largest(double[] z) {
    int best = 0;
    for (int j = 1; j < z.length; j++) {
      best = z[j] > z[best] ? j : best;
    }
    return best;
  }

  private static void shift(Matrix z, Matrix bias) {
    if (bias != null) {
      z.array().addiRowVector(bias.array());
    }
  }

  private static void addInto(double[] sum, double[] row) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += row[j];
    }
  }

  private static void assign(Matrix target, double[][] values) {
    INDArray source = Nd4j.create(values);
    target.array().assign(source.reshape(target.array().shape()));
  }
}
