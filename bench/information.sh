#!/usr/bin/env bash
# Times information by binning and by kernels (4096 outputs of 100 units) and the 14 statistics of a
# transformer's weights in the lab and in NumPy and PyTorch, in turn, several rounds, one thread each,
# and prints the ratio of the medians over rounds.
#
#   bench/information.sh [rounds] [wall|cpu]        default: 5 rounds, cpu
set -eu
rounds=${1:-5}
clock=${2:-cpu}
here=$(cd "$(dirname "$0")" && pwd -P)
home=$(dirname "$here")
python=${PYTHON:-/usr/bin/python3}
out=$home/target/bench
mkdir -p "$out"

"$python" -c 'import torch' 2>/dev/null || {
  echo "information: needs PyTorch for $python (Debian: python3-torch libopenblas0-pthread)" >&2
  exit 3
}
if [ ! -f "$out/classpath" ] || [ -n "$(find "$home"/lab-*/src/main "$here/src/main" -newer "$out/classpath" -print -quit)" ]; then
  echo "information: building..." >&2
  (cd "$home" && mvn -q -B -DskipTests -pl bench -am package dependency:build-classpath \
    -Dmdep.outputFile="$out/classpath") </dev/null
fi
. "$home/build-rules/natives.sh"
class_path="$here/target/classes:$(cat "$out/classpath")"

results=$out/information.csv
: >"$results"
for round in $(seq "$rounds"); do
  java -Xmx2g -cp "$class_path" org.dynlab.bench.InformationBenchmark "$clock" 5 2>/dev/null | grep '^lab,' >>"$results"
  env -u OPENBLAS_CORETYPE OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 "$python" "$here/torch/information.py" --clock "$clock" >>"$results"
  echo "information: round $round of $rounds done" >&2
done
"$python" "$here/ratios.py" "$results"
