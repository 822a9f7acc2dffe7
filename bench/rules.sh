#!/usr/bin/env bash
# Times update rules by themselves, 215,040 parameters, in the lab (double precision) and in PyTorch
# (float, and double for information) in turn, several rounds, one thread each, and prints medians
# over rounds and the ratios that count.
#
#   bench/rules.sh [rounds] [wall|cpu]        default: 7 rounds, cpu
set -eu
rounds=${1:-7}
clock=${2:-cpu}
here=$(cd "$(dirname "$0")" && pwd -P)
home=$(dirname "$here")
python=${PYTHON:-/usr/bin/python3}
out=$home/target/bench
mkdir -p "$out"

"$python" -c 'import torch' 2>/dev/null || {
  echo "rules: needs PyTorch for $python (Debian: python3-torch libopenblas0-pthread)" >&2
  exit 3
}
if [ ! -f "$out/classpath" ] || [ -n "$(find "$home"/lab-*/src/main "$here/src/main" -newer "$out/classpath" -print -quit)" ]; then
  echo "rules: building..." >&2
  (cd "$home" && mvn -q -B -DskipTests -pl bench -am package dependency:build-classpath \
    -Dmdep.outputFile="$out/classpath") </dev/null
fi
. "$home/build-rules/natives.sh"
class_path="$here/target/classes:$(cat "$out/classpath")"

results=$out/rules.csv
: >"$results"
for round in $(seq "$rounds"); do
  java -Xmx1g -cp "$class_path" org.dynlab.bench.RuleBenchmark "$clock" 1500 | grep '^lab,' >>"$results"
  env -u OPENBLAS_CORETYPE "$python" "$here/torch/adamw_step.py" --clock "$clock" >>"$results"
  echo "rules: round $round of $rounds done" >&2
done
"$python" - "$results" <<'PYTHON'
import collections, statistics, sys

times = collections.defaultdict(list)
for line in open(sys.argv[1]):
    program, case, median = line.split(",")[:3]
    times[program, case].append(float(median))
median = {key: statistics.median(values) for key, values in times.items()}
print("| rule | ms |\n|---|---|")
for (program, case), value in median.items():
    print(f"| {program} {case} | {value:.3f} |")
lab, torch = median["lab", "adamw"], median["torch", "adamw"]
print(f"\nAdamW, lab / PyTorch foreach: {lab / torch:.2f}")
print(f"WanD / AdamW, both in the lab: {median['lab', 'wand'] / lab:.2f}")
print(f"WanD in the lab / AdamW in PyTorch: {median['lab', 'wand'] / torch:.2f}")
PYTHON
