"""Times one full-batch training step of the one-layer transformer: AdamW, one thread.

Width 128, 4 heads, 512 feed-forward units, ReLU, no normalisation, p + 1 symbols in and out,
sequences (x, y, =). Prints torch,<case>,<median_ms>,<min_ms>,<steps> as step.py does.

    /usr/bin/python3 transformer_step.py --batch 2244 --modulus 67
"""

import argparse
import statistics

import torch
from torch.nn import functional as F

from networks import seeded
from step import CLOCKS, keep_freed_memory
from transformer import Transformer


def build(o):
    torch.manual_seed(0)
    model = Transformer(
        argparse.Namespace(
            vocabulary=o.modulus + 1, context=3, width=128, heads=4, feedForward=512,
            outputs=o.modulus + 1, blocks=o.blocks, activation="relu", norm="none", causal=True,
            bias=False, embeddingScale=1.0,
        )
    )
    pairs = torch.randint(0, o.modulus, (o.batch, 2), generator=seeded(0))
    symbols = torch.cat([pairs, torch.full((o.batch, 1), o.modulus)], dim=1)
    labels = pairs.sum(1) % o.modulus
    optimizer = torch.optim.AdamW(
        model.parameters(), lr=0.01, betas=(0.9, 0.98), weight_decay=1.0, foreach=o.foreach
    )

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss = F.cross_entropy(model(symbols), labels)
        loss.backward()
        optimizer.step()

    return step


def milliseconds(o):
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
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--batch", type=int, default=2244)
    parser.add_argument("--modulus", type=int, default=67)
    parser.add_argument("--blocks", type=int, default=1)
    parser.add_argument("--foreach", action=argparse.BooleanOptionalAction, default=False)
    parser.add_argument("--allocator", choices=("keep", "system"), default="keep")
    parser.add_argument("--clock", choices=tuple(CLOCKS), default="wall")
    parser.add_argument("--warmup", type=int, default=3, help="untimed steps")
    parser.add_argument("--steps", type=int, default=20, help="timed steps")
    o = parser.parse_args()
    if o.allocator == "keep":
        keep_freed_memory()
    times = milliseconds(o)
    median = statistics.median(times)
    case = f"transformer-{o.batch}x3-mod{o.modulus}-blocks{o.blocks}"
    print(f"torch,{case},{median:.4f},{min(times):.4f},{len(times)}")


if __name__ == "__main__":
    main()
