"""Times one mini-batch step on images: batch, clear gradients, forward, loss, backward, AdamW.

One thread. The batch is picked by an index from a float tensor that is already scaled. Prints

    torch,<case>,<median_ms>,<min_ms>,<steps>

Examples:
    /usr/bin/python3 images.py lenet --batch 256 --clock cpu
    /usr/bin/python3 images.py 800 --batch 256 --clock cpu
    /usr/bin/python3 images.py 200x200 --batch 200 --clock cpu
"""

import argparse
import statistics

from networks import seeded

import torch
from torch import nn
from torch.nn import functional as F

from step import CLOCKS, keep_freed_memory

IMAGES, SIDE, CLASSES = 10_000, 28, 10
FUNCTIONS = {"relu": nn.ReLU, "tanh": nn.Tanh}
POOLINGS = {"max": nn.MaxPool2d, "average": nn.AvgPool2d}


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("network", help="lenet, or hidden widths as in 200x200")
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--function", choices=tuple(FUNCTIONS), default="relu")
    parser.add_argument("--pooling", choices=tuple(POOLINGS), default="max")
    parser.add_argument("--foreach", action=argparse.BooleanOptionalAction, default=False)
    parser.add_argument("--channels-last", action="store_true", help="memory format of lenet")
    parser.add_argument("--clock", choices=tuple(CLOCKS), default="wall")
    parser.add_argument("--warmup", type=int, default=5)
    parser.add_argument("--steps", type=int, default=50)
    return parser.parse_args()


def lenet(f, pool):
    return nn.Sequential(
        *(nn.Conv2d(1, 6, 5, padding=2), f(), pool(2)),
        *(nn.Conv2d(6, 16, 5), f(), pool(2), nn.Flatten()),
        *(nn.Linear(400, 120), f(), nn.Linear(120, 84), f(), nn.Linear(84, CLASSES)),
    )


def perceptron(hidden):
    widths = [SIDE * SIDE, *hidden, CLASSES]
    layers = [nn.Flatten()]
    for fan_in, fan_out in zip(widths, widths[1:]):
        layers += [nn.Linear(fan_in, fan_out), nn.ReLU()]
    return nn.Sequential(*layers[:-1])


def build(o):
    """The step as a function of its number, and the name of the case."""
    torch.manual_seed(0)
    images = torch.rand(IMAGES, 1, SIDE, SIDE, generator=seeded(0))
    labels = torch.randint(0, CLASSES, (IMAGES,), generator=seeded(1))
    if o.network == "lenet":
        model = lenet(FUNCTIONS[o.function], POOLINGS[o.pooling])
        name = f"lenet-{o.function}-{o.pooling}-batch{o.batch}"
    else:
        model = perceptron([int(width) for width in o.network.split("x")])
        name = f"{o.network}-batch{o.batch}"
    if o.channels_last:
        model, images = (t.to(memory_format=torch.channels_last) for t in (model, images))
    optimizer = torch.optim.AdamW(model.parameters(), foreach=o.foreach)
    order = torch.randperm(IMAGES, generator=seeded(2))

    def step(number):
        first = number * o.batch % (IMAGES - o.batch)
        chosen = order[first : first + o.batch]
        x, y = images[chosen], labels[chosen]
        optimizer.zero_grad(set_to_none=True)
        F.cross_entropy(model(x), y).backward()
        optimizer.step()

    return name, step


def main():
    o = parse_arguments()
    keep_freed_memory()
    name, step = build(o)
    now = CLOCKS[o.clock]
    times = []
    for number in range(o.warmup + o.steps):
        start = now()
        step(number)
        times.append((now() - start) * 1e3)
    times = times[o.warmup :]
    print(f"torch,{name},{statistics.median(times):.4f},{min(times):.4f},{len(times)}")


if __name__ == "__main__":
    main()
