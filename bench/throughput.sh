#!/usr/bin/env bash
# What workers side by side bring, and what the launcher costs.
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
echo "round,one_worker_s,two_workers_s,ratio,long_run_s,of_that_training_s,share"
for round in $(seq "$rounds"); do
  single=$(seconds forty 1)
  double=$(seconds forty 2)
  long=$(seconds one 1)
  training=$(tail -n 1 "$out"/last/one/000-*/timing.csv | cut -d, -f2)
  awk -v r="$round" -v s="$single" -v d="$double" -v l="$long" -v t="$training" \
    'BEGIN {printf "%d,%s,%s,%.3f,%s,%.2f,%.3f\n", r, s, d, d / s, l, t, (l - t) / l}'
done
