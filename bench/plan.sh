#!/usr/bin/env bash
# Seconds and peak memory of calls on plans of 10,000 runs, with a heap of 512 MB:
#
#   expand    ./lab run CONFIG --dry-run
#   done      ./lab run CONFIG in a folder where every run has a result
#
# once with 2,000 grid points of 5 seeds, once with 10,000 grid points. The finished runs are made up:
# a manifest and an empty list of columns each.
#
#   bench/plan.sh [rounds]        default: 3 rounds
set -eu
rounds=${1:-3}
here=$(cd "$(dirname "$0")" && pwd -P)
home=$(dirname "$here")
python=${PYTHON:-python3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$home/lab" --version >/dev/null
JAVA_TOOL_OPTIONS=-Xmx512m "$python" "$here/plan.py" "$home/lab" "$folder" "$rounds"
