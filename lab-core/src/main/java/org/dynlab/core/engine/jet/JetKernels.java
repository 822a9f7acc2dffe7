package org.dynlab.core.engine.jet;

import org.dynlab.core.activation.Activation;
import org.dynlab.core.engine.Backend;
import org.dynlab.core.engine.Matrix;

/**
 * The element-wise passes of a layer h = f(x W + b) that carries derivatives with respect to the
 * network's inputs beside its values. Matrices are column-major, [n·C, width], with the rows in the
 * order of {@link Channels}; a product with W takes all channels at once.
 *
 * <p>With s1, s2, s3 the derivatives of f at the pre-activation p, indices meaning derivatives with
 * respect to an input (Berg and Nyström 2018, doi:10.1016/j.neucom.2018.06.056; the Laplacian as
 * one channel: Li et al. 2024, doi:10.1038/s42256-024-00794-x):
 *
 * <pre>
 *   h = f(p)   h_i = s1 p_i   h_ii = s2 p_i² + s1 p_ii   Δh = s2 Σ p_i² + s1 Δp
 * </pre>
 *
 * <p>and for adjoints Z of h, the adjoints P of p:
 *
 * <pre>
 *   P    = s1 Z + s2 Σ p_i Z_i + Σ (s3 p_i² + s2 p_ii) Z_ii + (s3 Σ p_i² + s2 Δp) Z_Δ
 *   P_i  = s1 Z_i + 2 s2 p_i Z_ii + 2 s2 p_i Z_Δ
 *   P_ii = s1 Z_ii,   P_Δ = s1 Z_Δ
 * </pre>
 *
 * <p>All of it is computed in double, whatever the format of the matrices. One instance belongs to
 * one layer and keeps scratch memory.
 */
public interface JetKernels {
  /** The fastest ones of this backend. */
  static JetKernels fastest() {
    return Backend.onCpu() ? new PanelJets() : new PortableJets();
  }

  /**
   * h ← the channels of f(z + bias), bias belonging to the values alone ({@code bias} may be null).
   * The value rows of z become what {@link #reverse} needs of them.
   */
  void activate(Channels channels, Matrix z, Matrix bias, Activation f, Matrix h);

  /**
   * error ← the adjoints of z, given those of h, and the gradient of the bias if that is not null:
   * column sums over the value rows.
   *
   * @param z as {@link #activate} left it
   */
  void reverse(Channels channels, Matrix z, Activation f, Matrix error, Matrix biasGradient);
}
