# Sourced by ./lab and bench/compare.sh: what must stand in the environment before a native library
# loads.

# One thread per run, parallelism over runs.
export OMP_NUM_THREADS=1

# The AVX-512 kernels of OpenBLAS 0.3.19 (SkylakeX) multiply and solve with triangular matrices
# wrongly, and LAPACK's decompositions with them (docs/decisions/0004): on CPUs with AVX-512 its AVX2
# kernels are taken. A user's own setting wins.
if [ -z "${OPENBLAS_CORETYPE:-}" ]; then
  unset OPENBLAS_CORETYPE
  if [ -r /proc/cpuinfo ] && grep -q -m1 '^flags.* avx512f ' /proc/cpuinfo; then
    export OPENBLAS_CORETYPE=Haswell
  fi
fi
