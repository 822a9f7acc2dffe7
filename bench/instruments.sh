#!/usr/bin/env bash
# What instruments cost on D1: shares of a step, and one measurement of every kind.
#
#   bench/instruments.sh [share|each] ...       after bench/compare.sh has built
#     share [wall|cpu] [steps]     default: cpu, 40
#     each [seconds per kind]      default: 3
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
home=$(dirname "$here")
. "$home/build-rules/natives.sh"
what=${1:-share}
case $what in
  share) set -- share "${2:-cpu}" "${3:-40}" ;;
  each) set -- each "${2:-3}" ;;
  *) echo "instruments: must be share or each, got $what" >&2; exit 2 ;;
esac
exec java -Xmx4g -cp "$here/target/classes:$(cat "$home/target/bench/classpath")" \
  org.dynlab.bench.InstrumentBenchmark "$@" 2>/dev/null
