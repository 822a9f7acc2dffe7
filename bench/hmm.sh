#!/usr/bin/env bash
# Times fits of hidden Markov models (1 to 8 states, 5 starts each, 32 iterations, full covariances, 32 runs
# of 1000 rows of 14 columns) in the lab, on one thread and on two, and in a rewriting of hmmlearn 0.3's
# algorithm with NumPy, SciPy and C on one thread, in turn, several rounds, and prints medians and ratios.
# One round of the latter takes minutes.
#
#   bench/hmm.sh [rounds]        default: 3 rounds
set -eu
rounds=${1:-3}
. "$(dirname "$0")/prepare.sh"
"$python" -c 'import scipy' 2>/dev/null || {
  echo "$name: needs SciPy for $python (Debian: python3-scipy)" >&2
  exit 3
}

results=$out/hmm.csv
: >"$results"
lab="java -Xmx200m -XX:+UseSerialGC -cp $class_path org.dynlab.bench.HmmBenchmark"
$lab write "$out/hmm.bin"
for round in $(seq "$rounds"); do
  $lab time 1 1 >>"$results"
  $lab time 2 1 >>"$results"
  env -u OPENBLAS_CORETYPE OPENBLAS_NUM_THREADS=1 "$python" "$here/torch/hmm_numpy.py" "$out/hmm.bin" >>"$results"
  echo "hmm: round $round of $rounds done" >&2
done
"$python" "$here/torch/hmm_numpy.py" --summary "$results"
