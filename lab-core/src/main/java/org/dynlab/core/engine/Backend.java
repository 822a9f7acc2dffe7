package org.dynlab.core.engine;

import java.util.Arrays;
import java.util.Properties;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The ND4J backend this process has loaded. The only place that knows which one it is; asking
 * anything of it loads the native libraries.
 */
public final class Backend {

  private Backend() {}

  /** The fastest kernels of this backend for arrays of that type. */
  public static Kernels kernels(DataType type) {
    if (!Nd4j.getEnvironment().isCPU()) {
      return new PortableKernels();
    }
    return new PanelKernels(type == DataType.DOUBLE ? new DoublePanel() : new FloatPanel());
  }

  /** Whether arrays lie in memory that Java can see. */
  public static boolean onCpu() {
    return Nd4j.getEnvironment().isCPU();
  }

  /** A network's flat array in the form that is fastest on this backend. */
  public static FlatVector flat(INDArray array) {
    Matrix memory = Matrix.of(array);
    boolean visible = Nd4j.getEnvironment().isCPU() && array.dataType() == DataType.FLOAT;
    return visible ? new FloatVector(memory) : new PlainVector(memory, kernels(array.dataType()));
  }

  /** All entries of a single-precision matrix ← from, as they lie in memory. */
  public static void write(float[] from, Matrix to) {
    if (Nd4j.getEnvironment().isCPU()) {
      to.floats().put(0, from, 0, to.size());
    } else {
      INDArray flat = Nd4j.createFromArray(Arrays.copyOf(from, to.size()));
      to.array().assign(flat.reshape(to.rowMajor() ? 'c' : 'f', to.array().shape()));
    }
  }

  /** Class name of the backend, e.g. {@code CpuBackend}. */
  public static String name() {
    return Nd4j.getBackend().getClass().getSimpleName();
  }

  /** The BLAS in use, as the backend reports it, and the kernels it was told to use, if any. */
  public static String blas() {
    Properties facts = Nd4j.getExecutioner().getEnvironmentInformation();
    String kernels = System.getenv("OPENBLAS_CORETYPE");
    return facts.get("blas.vendor") + (kernels == null ? "" : ", kernels " + kernels);
  }

  /** Instruction set the native library was compiled for, e.g. {@code generic} or {@code avx2}. */
  public static String nativeBuild() {
    return NativeOpsHolder.getInstance().getDeviceNativeOps().isMinimalRequirementsMet()
        ? instructionSet(NativeOpsHolder.getInstance().getDeviceNativeOps().binaryLevel())
        : "unsupported";
  }

  /** Threads a native operation may use. */
  public static int threads() {
    return Nd4j.getEnvironment().maxMasterThreads();
  }

  private static String instructionSet(int level) {
    return switch (level) {
      case 2 -> "avx2";
      case 3 -> "avx512";
      default -> "generic";
    };
  }
}
