package org.dynlab.core.engine;

import java.util.Arrays;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.loss.Answers;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.loss.LossSum;
import org.dynlab.core.loss.PortableLoss;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The kernels in their plainest form, through ND4J's portable interface: right on every backend,
 * fast on none. The oracle of the tests, and the path of backends whose memory Java cannot see.
 */
public final class PortableKernels implements Kernels {

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
  public void add(Matrix from, Matrix to) {
    to.array().addi(from.array());
  }

  @Override
  public void scale(Matrix factors, Matrix to) {
    to.array().muli(factors.array());
  }

  @Override
  public LossSum loss(Loss loss, Matrix z, Matrix bias, Answers answers) {
    return lossAndError(loss, z, bias, answers);
  }

  @Override
  public LossSum lossAndError(Loss loss, Matrix z, Matrix bias, Answers answers) {
    shift(z, bias);
    double[][] outputs = z.array().toDoubleMatrix();
    double total = 0;
    int correct = 0;
    for (int i = 0; i < outputs.length; i++) {
      correct += PortableLoss.right(loss, outputs[i], answers, i) ? 1 : 0;
      total += PortableLoss.at(loss, outputs[i], answers, i);
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
    INDArray entries = Nd4j.create(Arrays.copyOf(from, to.size()));
    to.array().assign(entries.reshape(order, to.array().shape()));
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
