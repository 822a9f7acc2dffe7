#!/usr/bin/env bash
# A million steps of a small run with instruments at every step: memory of its worker over time.
#
#   bench/soak.sh [STEPS]      default 1000000; prints step,rss_mb,heap_mb about every ten seconds
set -euo pipefail
cd "$(dirname "$0")/.."
steps=${1:-1000000}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cat >"$out/soak.yaml" <<EOF
name: soak
task: {kind: modularArithmetic, operation: add, modulus: 7, trainFraction: 0.5}
model: {kind: mlp, hidden: [8]}
budget: {steps: $steps}
optimizer: [{kind: adamw, learningRate: 0.001}]
probes:
  - {kind: weightStatistics, every: 1}
checkpoints: {everySeconds: 5}
EOF
./lab run "$out/soak.yaml" --out "$out" --jobs 1 >"$out/said" 2>&1 &
lab=$!
echo "step,rss_mb,heap_mb"
while kill -0 "$lab" 2>/dev/null; do
  sleep 10
  worker=$(pgrep -f 'org.dynlab.app.worker.Worker$' | head -n 1 || true)
  [ -n "$worker" ] || continue
  step=$(tail -n 1 "$out"/soak/000-*/timing.csv | cut -d, -f1)
  rss=$(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$worker/status" 2>/dev/null || echo "-")
  heap=$(jstat -gc "$worker" 2>/dev/null | awk 'NR == 2 {printf "%.0f", ($3 + $4 + $6 + $8) / 1024}' || echo "-")
  echo "$step,$rss,$heap"
done
wait "$lab" || true
rows=$(($(wc -l <"$out"/soak/000-*/metrics.csv) - 1))
echo "rows $rows of $((steps + 1))"
[ "$rows" -eq $((steps + 1)) ]
