#!/usr/bin/env bash
# Seconds and peak memory of reading long runs, with the Java options of the launcher and a heap of 1 GB:
#
#   csv      CSV logs, all columns           runs     run directories
#   csv 15   CSV logs, 15 of the columns     report   ./lab report, figures included
#   short    CSV logs of 40 runs of 1,000 rows, Java's start included
#
#   bench/reading.sh [RUNS] [ROWS] [COLUMNS]     default: 40 100000 60, 4.3 GB
#
# The files are made in TMPDIR (or /tmp) and deleted in the end; as much again as half of them is used
# there while they are read. Needs GNU time at /usr/bin/time.
set -euo pipefail
runs=${1:-40}
rows=${2:-100000}
columns=${3:-60}
here=$(cd "$(dirname "$0")" && pwd -P)
home=$(dirname "$here")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

mkdir -p "$home/target/bench"
"$home/lab" --version >/dev/null
path=$(cat "$home/target/lab.path")
mkdir -p "$folder/classes"
javac -nowarn -d "$folder/classes" -cp "$path" \
  "$here"/src/main/java/org/dynlab/bench/{LongLogs,ReadingBenchmark}.java
options="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g -Djava.io.tmpdir=$folder"

timed() { # name, command
  local name=$1
  shift
  /usr/bin/time -o "$folder/time" -f '%e %U %S %M' "$@" >"$folder/said" 2>&1 || {
    cat "$folder/said" >&2
    exit 1
  }
  awk -v name="$name" '{printf "| %s | %.1f | %.1f | %.0f |\n", name, $1, $2 + $3, $4 / 1024}' "$folder/time"
}

measured() { # name, class, arguments
  # shellcheck disable=SC2086
  timed "$1" java $options -cp "$folder/classes:$path" "org.dynlab.bench.$2" "${@:3}"
}

echo "reading: $runs runs of $rows rows of $columns columns" >&2
measured making LongLogs "$folder/long" "$runs" "$rows" "$columns" >/dev/null
measured making LongLogs "$folder/short" 40 1000 15 >/dev/null
some=$(head -n 1 "$folder"/long/000-*/metrics.csv | tr ',' ' ' | cut -d' ' -f2-16)
echo "| what | wall s | CPU s | peak MB |"
echo "|---|---|---|---|"
measured csv ReadingBenchmark csv "$folder/long"
# shellcheck disable=SC2086
measured "csv 15" ReadingBenchmark csv "$folder/long" $some
measured runs ReadingBenchmark runs "$folder/long"
JAVA_TOOL_OPTIONS="-Xmx1g -Djava.io.tmpdir=$folder" timed report "$home/lab" report "$folder/long"
measured short ReadingBenchmark csv "$folder/short"
ls -l "$folder/long/report.html" | awk '{printf "report.html %.1f MB\n", $5 / 1048576}' >&2
