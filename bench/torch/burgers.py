"""Times the mean squared Burgers residual u_t + u u_x - nu u_xx on random points with its gradient.

Derivatives of the network by torch.autograd.grad with create_graph, their gradient by backward():
"double backward". Three hidden tanh layers, double precision, one thread. Two ways to ask for them:

    together   one call for u_x and u_t, inputs being one tensor [n, 2]; one for u_xx
    separate   a call for each of u_t, u_x, u_xx, x and t being tensors of their own

Each repeat builds the network anew; the printed median is the median of the repeats' medians:

    torch[Separate],burgers-<points>-3x<width>,<median_ms>,<min_ms>,<steps>

Example:
    /usr/bin/python3 burgers.py --width 50 --way separate
"""

import argparse
import math
import statistics

import torch
from torch import nn

from step import CLOCKS, keep_freed_memory

NU = 0.01 / math.pi


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--points", type=int, default=2540)
    parser.add_argument("--width", type=int, default=20)
    parser.add_argument("--way", choices=("together", "separate"), default="together")
    parser.add_argument("--allocator", choices=("keep", "system"), default="system")
    parser.add_argument("--clock", choices=tuple(CLOCKS), default="cpu")
    parser.add_argument("--warmup", type=int, default=5)
    parser.add_argument("--steps", type=int, default=30)
    parser.add_argument("--repeat", type=int, default=3)
    return parser.parse_args()


def network(width):
    return nn.Sequential(
        nn.Linear(2, width), nn.Tanh(), nn.Linear(width, width), nn.Tanh(),
        nn.Linear(width, width), nn.Tanh(), nn.Linear(width, 1)
    )


def slope(of, along):
    return torch.autograd.grad(of, along, torch.ones_like(of), create_graph=True)[0]


def residual_together(net, points):
    u = net(points)
    both = slope(u, points)
    u_x, u_t = both[:, 0:1], both[:, 1:2]
    u_xx = slope(u_x, points)[:, 0:1]
    return u_t + u * u_x - NU * u_xx


def residual_separate(net, x, t):
    u = net(torch.cat([x, t], 1))
    u_t = slope(u, t)
    u_x = slope(u, x)
    u_xx = slope(u_x, x)
    return u_t + u * u_x - NU * u_xx


def repeat(o):
    torch.manual_seed(1)
    net = network(o.width)
    points = torch.rand(o.points, 2)
    if o.way == "together":
        inputs = (points.requires_grad_(True),)
        residual = residual_together
    else:
        inputs = tuple(points[:, i:i + 1].clone().requires_grad_(True) for i in (0, 1))
        residual = residual_separate
    clock = CLOCKS[o.clock]
    times = []
    for step in range(o.warmup + o.steps):
        start = clock()
        net.zero_grad()
        residual(net, *inputs).square().mean().backward()
        if step >= o.warmup:
            times.append(1e3 * (clock() - start))
    return times


def main():
    o = parse_arguments()
    torch.set_default_dtype(torch.float64)
    if o.allocator == "keep":
        keep_freed_memory()
    all_times = [repeat(o) for _ in range(o.repeat)]
    median = statistics.median(statistics.median(times) for times in all_times)
    least = min(min(times) for times in all_times)
    name = "torch" if o.way == "together" else "torchSeparate"
    print(f"{name},burgers-{o.points}-3x{o.width},{median:.4f},{least:.4f},{o.steps}")


if __name__ == "__main__":
    main()
