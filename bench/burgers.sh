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
. "$(dirname "$0")/prepare.sh"

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
