"""Times PyTorch's AdamW by itself on given gradients, one thread.

The tensors are those of the one-layer transformer of modulus 67, 215,040 parameters. Prints lines

    torch,<case>,<median_ms>,<min_ms>,<steps>

for foreach on and off, in float and double, and for the same parameters in one single tensor.

    /usr/bin/python3 adamw_step.py --clock cpu
"""

import os

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import argparse
import statistics
import time

import torch

from step import keep_freed_memory

SHAPES = (
    (68, 128), (3, 128), (128, 128), (128, 128), (128, 128), (128, 128),
    (512, 128), (512,), (128, 512), (128,), (68, 128),
)
CLOCKS = {"wall": time.perf_counter, "cpu": time.thread_time}


def optimizer(shapes, dtype, foreach):
    torch.manual_seed(0)
    parameters = [torch.nn.Parameter(0.05 * torch.randn(s, dtype=dtype)) for s in shapes]
    for p in parameters:
        p.grad = 1e-3 * torch.randn_like(p)
    return torch.optim.AdamW(parameters, lr=1e-3, betas=(0.9, 0.98), weight_decay=1.0, foreach=foreach)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clock", choices=tuple(CLOCKS), default="wall")
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--warmup", type=int, default=100)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    keep_freed_memory()
    whole = ((sum(torch.Size(s).numel() for s in SHAPES),),)
    cases = {
        "adamw": optimizer(SHAPES, torch.float32, True),
        "adamwSingle": optimizer(SHAPES, torch.float32, False),
        "adamwOneTensor": optimizer(whole, torch.float32, True),
        "adamwDouble": optimizer(SHAPES, torch.float64, True),
    }
    now = CLOCKS[arguments.clock]
    times = {name: [] for name in cases}
    for step in range(-arguments.warmup, arguments.steps):
        for name, case in cases.items():
            start = now()
            case.step()
            if step >= 0:
                times[name].append((now() - start) * 1e3)
    for name, ms in times.items():
        print(f"torch,{name},{statistics.median(ms):.4f},{min(ms):.4f},{len(ms)}")


if __name__ == "__main__":
    main()
