"""Medians over rounds of step.csv, and their ratios, as a Markdown table.

torch is PyTorch's fastest variant of the case, torchEmbedding its embedding lookup with a sum.
"""
import collections
import statistics
import sys

times = collections.defaultdict(lambda: collections.defaultdict(list))
for line in open(sys.argv[1]):
    program, case, median = line.split(",")[:3]
    times[case][program].append(float(median))

print("| case | lab ms | PyTorch ms | ratio | embedding lookup ms | ratio |")
print("|---|---|---|---|---|---|")
for case, programs in times.items():
    lab = statistics.median(programs["lab"])
    cells = [case, f"{lab:.3f}"]
    for program in ("torch", "torchEmbedding"):
        if program in programs:
            other = statistics.median(programs[program])
            cells += [f"{other:.3f}", f"{lab / other:.2f}"]
        else:
            cells += ["", ""]
    print("| " + " | ".join(cells) + " |")
