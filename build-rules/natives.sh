# Sourced by ./lab and bench/compare.sh: what must stand in the environment before a native library
# loads.

# One thread per run, parallelism over runs.
export OMP_NUM_THREADS=1

# OpenBLAS 0.3.19 is older than some CPUs and falls back to AVX2 kernels on those that it does not
# know, AMD's with AVX-512 among them. Measured there, its AVX-512 kernels are up to a third faster
# on small products and equal on large ones (docs/benchmarks.md). A user's own setting wins.
if [ -z "${OPENBLAS_CORETYPE:-}" ]; then
  unset OPENBLAS_CORETYPE
  if [ -r /proc/cpuinfo ] && grep -q -m1 'AuthenticAMD' /proc/cpuinfo; then
    flags=$(grep -m1 '^flags' /proc/cpuinfo)
    case " $flags " in
      *" avx512f "*) case " $flags " in
        *" avx512vl "*) export OPENBLAS_CORETYPE=SkylakeX ;;
      esac ;;
    esac
  fi
fi
