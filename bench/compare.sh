#!/usr/bin/env bash
# Times the lab's training step and PyTorch's in turn, several rounds, one thread each, and prints
# the ratio of the medians over rounds for every case.
#
#   bench/compare.sh [rounds] [wall|cpu]        default: 5 rounds, cpu
#
# cpu counts the thread's processor time, which other programs on a shared machine disturb less;
# wall is what a clock shows. Needs Debian's python3-torch and libopenblas0-pthread.
set -eu
rounds=${1:-5}
clock=${2:-cpu}
. "$(dirname "$0")/prepare.sh"

lab() { # batch inputs hidden outputs model input steps
  java -Xmx2g -cp "$class_path" org.dynlab.bench.StepBenchmark \
    "$1" "$2" "$3" "$4" "$5" "$6" "$clock" "$7" 2>/dev/null | grep '^lab,'
}

torch() {
  local loss=crossEntropy bias=--bias
  [ "$5" = relu ] || { loss=mse; bias=--no-bias; }
  env -u OPENBLAS_CORETYPE "$python" "$here/torch/step.py" --batch "$1" --inputs "$2" \
    --hidden "$3" --outputs "$4" --model "$5" --loss $loss $bias --input "$6" \
    --clock "$clock" --steps "$7" --repeat 2 --embedding "${8:-sparse}" | grep '^torch,'
}

results=$out/step.csv
: >"$results"
for round in $(seq "$rounds"); do
  while read -r batch inputs hidden outputs model steps; do
    for input in dense embedding; do
      set -- "$batch" "$inputs" "$hidden" "$outputs" "$model" "$input" "$steps"
      lab "$@" >>"$results"
      torch "$@" >>"$results"
      if [ "$input" = embedding ]; then
        torch "$@" embedding | sed 's/^torch/torchEmbedding/' >>"$results"
      fi
    done
  done <<CASES
4704 194 256 97 relu 30
512 194 256 97 relu 300
64 194 64 97 relu 2000
4704 194 500 97 quadratic 20
CASES
  echo "compare: round $round of $rounds done" >&2
done
"$python" "$here/ratios.py" "$results"
