#!/usr/bin/env bash
# What workers side by side bring, and what the launcher costs: of a sweep on one worker, and of a
# single run, the share of the whole call's time in which nothing was trained.
#
#   bench/throughput.sh [ROUNDS]      default 3, with one worker and with two in turn
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-3}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
sweep() { # name, seeds, steps
  cat >"$out/$1.yaml" <<EOF
name: $1
task: {kind: modularArithmetic, operation: add, modulus: 23, trainFraction: 0.5}
model: {kind: mlp, hidden: [64]}
budget: {steps: $3}
optimizer: [{kind: adamw, learningRate: 0.001}]
sweep: {seeds: $2}
EOF
}
seconds() { # name, jobs
  local begin end
  begin=$(date +%s.%N)
  ./lab run "$out/$1.yaml" --out "$out/$1-$2" --jobs "$2" >/dev/null 2>&1
  end=$(date +%s.%N)
  rm -rf "${out:?}/last" && mv "$out/$1-$2" "$out/last"
  awk -v b="$begin" -v e="$end" 'BEGIN {printf "%.2f", e - b}'
}
./lab --version >/dev/null
sweep forty 40 15000
sweep one 1 50000
training() { # name: seconds of training of the sweep that ran last
  tail -q -n 1 "$out/last/$1"/0*/timing.csv | cut -d, -f2 | awk '{s += $1} END {printf "%.2f", s}'
}
share() { # seconds of the call, of training
  awk -v l="$1" -v t="$2" 'BEGIN {printf "%.3f", (l - t) / l}'
}
echo "round,one_worker_s,not_training,two_workers_s,ratio,long_run_s,not_training"
for round in $(seq "$rounds"); do
  single=$(seconds forty 1)
  idle=$(share "$single" "$(training forty)")
  double=$(seconds forty 2)
  long=$(seconds one 1)
  awk -v r="$round" -v s="$single" -v i="$idle" -v d="$double" -v l="$long" -v n="$(share "$long" "$(training one)")" \
    'BEGIN {printf "%d,%s,%s,%s,%.3f,%s,%s\n", r, s, i, d, d / s, l, n}'
done
