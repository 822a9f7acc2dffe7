package org.dynlab.core.engine.convolution;

/** What becomes of the numbers in one pooling window. */
public enum Pooling {
  /** The largest; its error goes to the first of equal ones, in the order of the rows. */
  MAX {
    @Override
    void combine(float[] values, float[] pooled, int count) {
      for (int i = 0; i < count; i++) {
        pooled[i] = Math.max(pooled[i], values[i]);
      }
    }

    @Override
    void combine(double[] values, double[] pooled, int count) {
      for (int i = 0; i < count; i++) {
        pooled[i] = Math.max(pooled[i], values[i]);
      }
    }

    // 1 where the value lies below the maximum and 0 where it is the maximum, without a branch:
    // products and minima become vector code.
    @Override
    void share(float[] values, float[] pooled, float[] open, int count) {
      for (int i = 0; i < count; i++) {
        float nearlyOne = Math.min((pooled[i] - values[i]) * 1e38f, 1f);
        float part = open[i] * (1f - Math.min(nearlyOne * 1e38f, 1f));
        open[i] -= part;
        values[i] = part;
      }
    }

    @Override
    void share(double[] values, double[] pooled, double[] open, int count) {
      for (int i = 0; i < count; i++) {
        double nearlyOne = Math.min((pooled[i] - values[i]) * 1e308, 1);
        double part = open[i] * (1 - Math.min(nearlyOne * 1e308, 1));
        open[i] -= part;
        values[i] = part;
      }
    }

    @Override
    double factor(int entries) {
      return 1;
    }
  },
  /** The mean. */
  AVERAGE {
    @Override
    void combine(float[] values, float[] pooled, int count) {
      for (int i = 0; i < count; i++) {
        pooled[i] += values[i];
      }
    }

    @Override
    void combine(double[] values, double[] pooled, int count) {
      for (int i = 0; i < count; i++) {
        pooled[i] += values[i];
      }
    }

    @Override
    void share(float[] values, float[] pooled, float[] open, int count) {
      System.arraycopy(open, 0, values, 0, count);
    }

    @Override
    void share(double[] values, double[] pooled, double[] open, int count) {
      System.arraycopy(open, 0, values, 0, count);
    }

    @Override
    double factor(int entries) {
      return 1.0 / entries;
    }
  };

  /** pooled ← pooled with one more number of each window. */
  abstract void combine(float[] values, float[] pooled, int count);

  abstract void combine(double[] values, double[] pooled, int count);

  /**
   * values ← the part of the window's error that belongs to each of them, before {@link #factor};
   * open ← what of it is left for the numbers that follow.
   */
  abstract void share(float[] values, float[] pooled, float[] open, int count);

  abstract void share(double[] values, double[] pooled, double[] open, int count);

  /** What combined numbers, and shared errors, are multiplied by. */
  abstract double factor(int entries);
}
