#!/usr/bin/env bash
# Times the lab's transformer step and PyTorch's in turn, several rounds, one thread each, and
# prints the ratio of the medians over rounds for every case.
#
#   bench/transformer.sh [rounds] [wall|cpu]        default: 5 rounds, cpu
#
# cpu counts the thread's processor time, which other programs on a shared machine disturb less;
# wall is what a clock shows. Needs Debian's python3-torch and libopenblas0-pthread.
set -eu
rounds=${1:-5}
clock=${2:-cpu}
. "$(dirname "$0")/prepare.sh"

results=$out/transformer.csv
: >"$results"
for round in $(seq "$rounds"); do
  while read -r batch modulus blocks steps; do
    java -Xmx2g -cp "$class_path" org.dynlab.bench.TransformerBenchmark \
      "$batch" "$modulus" "$blocks" "$clock" "$steps" 2>/dev/null | grep '^lab,' >>"$results"
    env -u OPENBLAS_CORETYPE "$python" "$here/torch/transformer_step.py" --batch "$batch" \
      --modulus "$modulus" --blocks "$blocks" --clock "$clock" --steps "$steps" >>"$results"
  done <<CASES
2244 67 1 20
4704 97 1 12
512 97 2 30
CASES
  echo "transformer: round $round of $rounds done" >&2
done
"$python" "$here/ratios.py" "$results"
