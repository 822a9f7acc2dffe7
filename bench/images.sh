#!/usr/bin/env bash
# Times the lab's mini-batch step on images and PyTorch's in turn, several rounds, one thread each,
# and prints the ratio of the medians over rounds for every case.
#
#   bench/images.sh [rounds] [wall|cpu]        default: 5 rounds, cpu; after bench/compare.sh has built
#
# A step takes a batch out of the training set, computes the gradient and updates by AdamW. PyTorch's
# set is a float tensor that is already scaled; the lab's are bytes. The lab's Java options are those of
# its worker processes.
set -eu
rounds=${1:-5}
clock=${2:-cpu}
here=$(cd "$(dirname "$0")" && pwd -P)
home=$(dirname "$here")
python=${PYTHON:-/usr/bin/python3}
. "$home/build-rules/natives.sh"
class_path="$here/target/classes:$(cat "$home/target/bench/classpath")"

lab() { # network batch steps [function pooling]
  java -XX:+UseSerialGC -Xmx2g -cp "$class_path" org.dynlab.bench.ImageBenchmark "$1" "$2" "$clock" "${@:3}" \
    2>/dev/null | grep '^lab,'
}

torch() { # network batch [function pooling]
  env -u OPENBLAS_CORETYPE "$python" "$here/torch/images.py" "$1" --batch "$2" --clock "$clock" \
    ${3:+--function "$3" --pooling "$4"} | grep '^torch,'
}

results=$home/target/bench/images.csv
: >"$results"
for round in $(seq "$rounds"); do
  while read -r network batch steps function pooling; do
    lab "$network" "$batch" "$steps" $function $pooling >>"$results"
    torch "$network" "$batch" $function $pooling >>"$results"
  done <<CASES
lenet 256 300 relu max
lenet 256 300 tanh average
800 256 300
200x200 200 600
CASES
  echo "images: round $round of $rounds done" >&2
done
"$python" "$here/ratios.py" "$results"
