#!/usr/bin/env bash
# Times information by binning and by kernels (4096 outputs of 100 units) and the 14 statistics of a
# transformer's weights in the lab and in NumPy and PyTorch, in turn, several rounds, one thread each,
# and prints the ratio of the medians over rounds.
#
#   bench/information.sh [rounds] [wall|cpu]        default: 5 rounds, cpu
set -eu
rounds=${1:-5}
clock=${2:-cpu}
. "$(dirname "$0")/prepare.sh"

results=$out/information.csv
: >"$results"
for round in $(seq "$rounds"); do
  java -Xmx2g -cp "$class_path" org.dynlab.bench.InformationBenchmark "$clock" 5 2>/dev/null | grep '^lab,' >>"$results"
  env -u OPENBLAS_CORETYPE OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 "$python" "$here/torch/information.py" --clock "$clock" >>"$results"
  echo "information: round $round of $rounds done" >&2
done
"$python" "$here/ratios.py" "$results"
