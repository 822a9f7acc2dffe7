#!/usr/bin/env bash
# What each instrument adds to a step of D1 when it measures at every step.
#
#   bench/instruments.sh [wall|cpu] [steps]     default: cpu, 40; after bench/compare.sh has built
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
home=$(dirname "$here")
. "$home/build-rules/natives.sh"
exec java -Xmx2g -cp "$here/target/classes:$(cat "$home/target/bench/classpath")" \
  org.dynlab.bench.InstrumentBenchmark "${1:-cpu}" "${2:-40}" 2>/dev/null
