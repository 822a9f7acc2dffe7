# What the comparisons begin with, to be sourced: where things lie, PyTorch, and a current build. Sets
# here, home, python, out and class_path.
here=$(cd "$(dirname "$0")" && pwd -P)
home=$(dirname "$here")
python=${PYTHON:-/usr/bin/python3}
out=$home/target/bench
name=$(basename "$0" .sh)
mkdir -p "$out"

"$python" -c 'import torch' 2>/dev/null || {
  echo "$name: needs PyTorch for $python (Debian: python3-torch libopenblas0-pthread)" >&2
  exit 3
}
if [ ! -f "$out/classpath" ] || [ -n "$(find "$home"/lab-*/src/main "$here/src/main" -newer "$out/classpath" -print -quit)" ]; then
  echo "$name: building..." >&2
  (cd "$home" && mvn -q -B -DskipTests -pl bench -am package dependency:build-classpath \
    -Dmdep.outputFile="$out/classpath") </dev/null
fi
. "$home/build-rules/natives.sh"
class_path="$here/target/classes:$(cat "$out/classpath")"
