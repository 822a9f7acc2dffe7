#!/usr/bin/env bash
# Times a residual with second derivatives and its gradient in the lab and in PyTorch in turn,
# several rounds, one thread each, and prints the ratios of the medians over rounds. PyTorch twice:
# as such programs are mostly written (a call of grad for each derivative), and as fast as it was
# found to go (one call for both slopes, freed memory kept).
#
#   bench/burgers.sh [rounds] [wall|cpu]        default: 5 rounds, cpu
set -eu
rounds=${1:-5}
clock=${2:-cpu}
here=$(cd "$(dirname "$0")" && pwd -P)
home=$(dirname "$here")
python=${PYTHON:-/usr/bin/python3}
out=$home/target/bench
mkdir -p "$out"

"$python" -c 'import torch' 2>/dev/null || {
  echo "burgers: needs PyTorch for $python (Debian: python3-torch libopenblas0-pthread)" >&2
  exit 3
}
if [ ! -f "$out/classpath" ] || [ -n "$(find "$home"/lab-*/src/main "$here/src/main" -newer "$out/classpath" -print -quit)" ]; then
  echo "burgers: building..." >&2
  (cd "$home" && mvn -q -B -DskipTests -pl bench -am package dependency:build-classpath \
    -Dmdep.outputFile="$out/classpath") </dev/null
fi
. "$home/build-rules/natives.sh"
class_path="$here/target/classes:$(cat "$out/classpath")"

results=$out/burgers.csv
: >"$results"
for round in $(seq "$rounds"); do
  for width in 20 50; do
    java -Xmx1g -cp "$class_path" org.dynlab.bench.JetBenchmark 2540 "$width" "$clock" 200 \
      2>/dev/null | grep '^lab,' >>"$results"
    for way in "together --allocator keep" "separate --allocator system"; do
      # shellcheck disable=SC2086
      env -u OPENBLAS_CORETYPE "$python" "$here/torch/burgers.py" --width "$width" --way $way \
        --clock "$clock" >>"$results"
    done
  done
  echo "burgers: round $round of $rounds done" >&2
done
"$python" - "$results" <<'PYTHON'
import collections, statistics, sys

times = collections.defaultdict(lambda: collections.defaultdict(list))
for line in open(sys.argv[1]):
    program, case, median = line.split(",")[:3]
    times[case][program].append(float(median))
print("| case | lab ms | PyTorch as mostly written ms | ratio | PyTorch at its fastest ms | ratio |")
print("|---|---|---|---|---|---|")
for case, programs in times.items():
    lab, one, each = (statistics.median(programs[p]) for p in ("lab", "torch", "torchSeparate"))
    print(f"| {case} | {lab:.2f} | {each:.2f} | {lab / each:.2f} | {one:.2f} | {lab / one:.2f} |")
PYTHON
