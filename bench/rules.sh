#!/usr/bin/env bash
# Times update rules by themselves, 215,040 parameters, in the lab (double precision) and in PyTorch
# (float, and double for information) in turn, several rounds, one thread each, and prints medians
# over rounds and the ratios that count.
#
#   bench/rules.sh [rounds] [wall|cpu]        default: 7 rounds, cpu
set -eu
rounds=${1:-7}
clock=${2:-cpu}
. "$(dirname "$0")/prepare.sh"

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
