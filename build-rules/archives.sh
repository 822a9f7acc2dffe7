# Sourced by ./lab: archives of loaded classes (class data sharing, JEP 350), with which launcher and
# workers start in less time. Java takes one only with the very jars and the Java that it was written
# with; without them everything works, a second later.

archive_option=-XX:SharedArchiveFile

# Two short runs and their report load nearly every class that will be wanted.
write_archives() { # folder of the jars, class path
  local jars=$1 class_path=$2 warm
  warm=$(mktemp -d) || return 0
  cat >"$warm/run.yaml" <<'EOF'
name: warm
task: {kind: modularArithmetic, operation: add, modulus: 7, trainFraction: 0.5}
model: {kind: mlp, hidden: [8]}
budget: {steps: 300}
optimizer: [{kind: adamw, learningRate: 0.01}]
probes: [{kind: weightStatistics, every: 1}]
sweep: {seeds: 2}
EOF
  # The first call trains, for the workers; the second finds all done and draws the report.
  archived "$class_path" -Dlab.worker.option="-XX:ArchiveClassesAtExit=$jars/worker.new" -- \
    run "$warm/run.yaml" --out "$warm" --jobs 1 &&
    archived "$class_path" "-XX:ArchiveClassesAtExit=$jars/lab.new" -- run "$warm/run.yaml" --out "$warm" || true
  # Java dies of a torn archive, so that only whole ones get their names.
  for archive in lab worker; do
    [ ! -s "$jars/$archive.new" ] || mv "$jars/$archive.new" "$jars/$archive.jsa"
  done
  rm -rf "$warm"
}

archived() { # class path, options of Java, --, arguments of the lab
  local class_path=$1 options=()
  shift
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  "$java" -XX:+UseSerialGC -Djava.awt.headless=true "${options[@]}" \
    -cp "$class_path" org.dynlab.app.Lab "$@" >>"$log" 2>&1 </dev/null
}
