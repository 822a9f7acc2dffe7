"""Calls of the lab on plans of 10,000 runs; see plan.sh."""

import json
import os
import signal
import statistics
import subprocess
import sys
import time

CONFIG = """
name: big
task: {{kind: modularArithmetic, operation: add, modulus: 7, trainFraction: 0.5}}
model: {{kind: mlp, hidden: [8]}}
budget: {{steps: 20}}
optimizer: [{{kind: adamw, learningRate: 0.01, weightDecay: 1}}]
probes: [{{kind: weightStatistics, every: 5}}]
sweep:
  seeds: {seeds}
  over:
    task.modulus: {moduli}
    task.trainFraction: [0.3, 0.4, 0.5, 0.6, 0.7]
    "model.hidden": [[8], [16], [32], [64], [128]]
    "optimizer[0].learningRate": [0.1, 0.01, 0.001, 0.0001]
    "optimizer[0].weightDecay": [0, 0.1, 1, 3]
claims:
  - {{that: "the loss is small in the end", final: train.loss, value: {{atMost: 5}}}}
"""
PROVENANCE = dict.fromkeys(
    ("codeVersion", "jvm", "os", "cpu", "backend", "nativeClassifier", "blas", "host"), "none"
)


def call(lab, arguments):
    """Seconds and peak memory in MB."""
    begin = time.time()
    process = subprocess.Popen(
        [lab, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return time.time() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def begin_sweep(lab, config, out):
    """Lets the lab write its plan and stops it; the experiment's folder."""
    process = subprocess.Popen(
        [lab, "run", config, "--out", out, "--jobs", "1"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    experiment = os.path.join(out, "big")
    while not os.path.exists(os.path.join(experiment, "journal.jsonl")):
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    process.wait()
    return experiment


def finish(experiment):
    """Makes a finished run of every planned one."""
    for line in open(os.path.join(experiment, "plan.jsonl")):
        run = json.loads(line)
        folder = os.path.join(experiment, run["folder"])
        os.makedirs(folder, exist_ok=True)
        manifest = {
            "formatVersion": 1,
            "index": run["index"],
            "experiment": "big",
            "hash": run["hash"],
            "seed": run["seed"],
            "point": run["point"],
            "spec": {"name": "big", "task": {"kind": "modularArithmetic"}},
            "provenance": {**PROVENANCE, "dirty": False, "threads": 1},
            "caveats": [],
            "started": "2026-01-02T03:04:05Z",
            "ended": "2026-01-02T03:05:06Z",
            "ending": {"outcome": "completed", "reason": "the budget", "steps": 20},
        }
        with open(os.path.join(folder, "manifest.json"), "w") as file:
            json.dump(manifest, file, indent=2)
        with open(os.path.join(folder, "columns.csv"), "w") as file:
            file.write("name,unit,meaning,cadence\n")


def main(lab, folder, rounds):
    print("| runs | call | s | CPU s | peak MB |")
    print("|---|---|---|---|---|")
    primes = [p for p in range(5, 104) if all(p % d for d in range(2, p))]
    for seeds, moduli in ((5, primes[:5]), (1, primes[:25])):
        config = os.path.join(folder, f"{seeds}.yaml")
        with open(config, "w") as file:
            file.write(CONFIG.format(seeds=seeds, moduli=moduli))
        out = os.path.join(folder, f"runs-{seeds}")
        finish(begin_sweep(lab, config, out))
        cases = (
            ("expand", ["run", config, "--dry-run"]),
            ("done", ["run", config, "--out", out]),
        )
        for name, arguments in cases:
            results = [call(lab, arguments) for _ in range(rounds)]
            seconds, cpu, memory = (statistics.median(column) for column in zip(*results))
            points = f"{10_000 // seeds} points, {seeds} seeds"
            print(f"| {points} | {name} | {seconds:.1f} | {cpu:.1f} | {memory:.0f} |", flush=True)


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
