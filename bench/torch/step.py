"""Times one training step: clear gradients, forward, loss, backward, optimizer.

One thread. Each repeat builds the network anew from the same seed, so every repeat walks the same
trajectory and none reaches the denormal numbers that strong weight decay ends in. The figure of a
repeat is the median over its steps; the printed median is the median of the repeats, the minimum
the fastest single step:

    torch,<case>,<median_ms>,<min_ms>,<steps>

Examples:
    /usr/bin/python3 step.py --batch 4704 --inputs 194 --hidden 256 --outputs 97
    /usr/bin/python3 step.py --all --repeat 9
    /usr/bin/python3 step.py --all --compare
"""

import argparse
import ctypes
import statistics
import time

import torch
from torch import nn
from torch.nn import functional as F

from networks import ACTIVATIONS, LOSSES, PairSum, one_hot_pairs, random_pairs

SHAPES = (
    (4704, 194, 256, 97, "relu", "crossEntropy", True),
    (512, 194, 256, 97, "relu", "crossEntropy", True),
    (64, 194, 64, 97, "relu", "crossEntropy", True),
    (4704, 194, 500, 97, "quadratic", "mse", False),
)
# The thread's own processor time leaves out what other programs take from a shared machine.
CLOCKS = {"wall": time.perf_counter, "cpu": time.thread_time}


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name, default in (("batch", 4704), ("inputs", 194), ("hidden", 256), ("outputs", 97)):
        parser.add_argument("--" + name, type=int, default=default)
    parser.add_argument("--input", choices=("dense", "embedding"), default="dense")
    parser.add_argument("--model", choices=tuple(ACTIVATIONS), default="relu")
    parser.add_argument("--loss", choices=tuple(LOSSES), default="crossEntropy")
    parser.add_argument("--bias", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--optimizer", choices=("adamw",), default="adamw")
    parser.add_argument("--embedding", choices=PairSum.VARIANTS, default="sparse")
    parser.add_argument("--foreach", action=argparse.BooleanOptionalAction, default=False)
    parser.add_argument("--allocator", choices=("keep", "system"), default="keep")
    parser.add_argument("--clock", choices=tuple(CLOCKS), default="wall")
    parser.add_argument("--warmup", type=int, default=3, help="untimed steps per repeat")
    parser.add_argument("--steps", type=int, default=20, help="timed steps per repeat")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--all", action="store_true", help="the four shapes, dense and embedding")
    parser.add_argument("--compare", action="store_true", help="every variant, not only the default")
    return parser.parse_args()


def keep_freed_memory():
    """Lets glibc keep what tensors give back: else each step asks the kernel for zeroed pages."""
    trim_threshold, mmap_max = -1, -4
    libc = ctypes.CDLL(None)
    libc.mallopt(mmap_max, 0)
    libc.mallopt(trim_threshold, 2**31 - 1)


def case_name(o):
    bias = "bias" if o.bias else "noBias"
    return f"{o.batch}x{o.inputs}x{o.hidden}x{o.outputs}-{o.model}-{o.loss}-{bias}-{o.input}"


def cases(o):
    """The options of every case to time, one namespace each."""
    if not o.all:
        return [o]
    names = ("batch", "inputs", "hidden", "outputs", "model", "loss", "bias")
    return [
        argparse.Namespace(**{**vars(o), **dict(zip(names, shape)), "input": kind})
        for shape in SHAPES
        for kind in ("dense", "embedding")
    ]


def variants(o):
    """The ways to compute one case, as (suffix, options)."""
    if not o.compare:
        return [("", o)]
    embeddings = PairSum.VARIANTS if o.input == "embedding" else ("-",)
    return [
        (f"/{e}/foreach{f}", argparse.Namespace(**{**vars(o), "embedding": e, "foreach": f}))
        for e in embeddings
        for f in (False, True)
    ]


def build(o):
    """The step as a function without arguments, on a network made from seed 0."""
    torch.manual_seed(0)
    tokens = random_pairs(o.batch, o.inputs)
    labels = (tokens.sum(1) - o.inputs // 2) % o.outputs
    target = F.one_hot(labels, o.outputs).float() if o.loss == "mse" else labels
    if o.input == "dense":
        x, first = one_hot_pairs(tokens, o.inputs), nn.Linear(o.inputs, o.hidden, bias=o.bias)
    else:
        x, first = tokens, PairSum(tokens, o.inputs, o.hidden, o.bias, o.embedding)
    last = nn.Linear(o.hidden, o.outputs, bias=o.bias)
    model = nn.Sequential(first, ACTIVATIONS[o.model](), last)
    optimizer = torch.optim.AdamW(
        model.parameters(), lr=0.01, betas=(0.9, 0.98), weight_decay=5.0, foreach=o.foreach
    )
    loss_of = LOSSES[o.loss]

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss = loss_of(model(x), target)
        loss.backward()
        optimizer.step()
        return loss

    return step


def milliseconds(o):
    """Times of the single steps of one repeat."""
    step = build(o)
    for _ in range(o.warmup):
        step()
    now = CLOCKS[o.clock]
    times = []
    for _ in range(o.steps):
        start = now()
        step()
        times.append((now() - start) * 1e3)
    return times


def main():
    arguments = parse_arguments()
    if arguments.allocator == "keep":
        keep_freed_memory()
    work = [(case_name(c) + s, v) for c in cases(arguments) for s, v in variants(c)]
    times = {name: [] for name, _ in work}
    for _ in range(arguments.repeat):
        for name, options in work:
            times[name].append(milliseconds(options))
    for name, repeats in times.items():
        median = statistics.median(statistics.median(r) for r in repeats)
        fastest = min(min(r) for r in repeats)
        steps = sum(len(r) for r in repeats)
        print(f"torch,{name},{median:.4f},{fastest:.4f},{steps}")


if __name__ == "__main__":
    main()
