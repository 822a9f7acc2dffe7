"""Trains the published fast grokking fixture D1 and prints when it memorises and when it understands.

D1 (arXiv 2310.13061, code d-doshi/Grokking): a + b mod p with p = 97, half of all pairs (rounded
down) for training, one-hot pairs, quadratic MLP 194 -> 500 -> 97 without bias, mean squared error
on one-hot targets (mean over all entries), full batch AdamW with learning rate 0.01, weight decay 5,
betas 0.9 and 0.98, all weights N(0, std^2) with std = 0.5 / (2 * 500)^(1/3) = 0.05.

"Step k" is the state after k updates. One CSV line per seed: the first step at which train accuracy
is >= 0.99, train accuracy = 1, eval accuracy >= 0.9, eval accuracy >= 0.99, eval accuracy at the end.

Examples:
    /usr/bin/python3 grokking_d1.py
    /usr/bin/python3 grokking_d1.py --std 0.2236
    /usr/bin/python3 grokking_d1.py --modulus 67 --hidden 128 --loss crossEntropy --decay 0.5 \\
        --std 0.079 --steps 1500 --seeds 3
"""

import argparse

import torch
from torch import nn
from torch.nn import functional as F

from networks import ACTIVATIONS, LOSSES, one_hot_pairs, seeded

EVENTS = (("train", 0.99), ("train", 1.0), ("eval", 0.9), ("eval", 0.99))


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--modulus", type=int, default=97)
    parser.add_argument("--hidden", type=int, default=500)
    parser.add_argument("--model", choices=tuple(ACTIVATIONS), default="quadratic")
    parser.add_argument("--loss", choices=tuple(LOSSES), default="mse")
    parser.add_argument("--bias", action=argparse.BooleanOptionalAction, default=False)
    parser.add_argument("--std", type=float, default=0.05, help="of all initial weights")
    parser.add_argument("--rate", type=float, default=0.01)
    parser.add_argument("--decay", type=float, default=5.0)
    parser.add_argument("--fraction", type=float, default=0.5, help="of all pairs, for training")
    parser.add_argument("--steps", type=int, default=100)
    parser.add_argument("--every", type=int, default=1, help="accuracies every so many steps")
    parser.add_argument("--seeds", type=int, default=5, help="0, 1, ... this many")
    return parser.parse_args()


def split_pairs(modulus, fraction, seed):
    """All pairs in random order as (train, eval), each (one-hot inputs, labels)."""
    numbers = torch.arange(modulus)
    pairs = torch.cartesian_prod(numbers, numbers)
    pairs = pairs[torch.randperm(len(pairs), generator=seeded(1000 + seed))]
    x = one_hot_pairs(pairs + torch.tensor([0, modulus]), 2 * modulus)
    labels = pairs.sum(1) % modulus
    cut = int(len(pairs) * fraction)
    return (x[:cut], labels[:cut]), (x[cut:], labels[cut:])


def network(o, seed):
    """The MLP with every weight drawn from N(0, std^2) and biases 0."""
    first = nn.Linear(2 * o.modulus, o.hidden, bias=o.bias)
    last = nn.Linear(o.hidden, o.modulus, bias=o.bias)
    generator = seeded(seed)
    with torch.no_grad():
        for layer in (first, last):
            layer.weight.normal_(0.0, o.std, generator=generator)
            if o.bias:
                layer.bias.zero_()
    return nn.Sequential(first, ACTIVATIONS[o.model](), last)


def accuracy(model, examples):
    with torch.no_grad():
        return (model(examples[0]).argmax(1) == examples[1]).double().mean().item()


def train(o, seed):
    """Steps of the four events (None: not reached) and the final eval accuracy."""
    training, evaluation = split_pairs(o.modulus, o.fraction, seed)
    x, labels = training
    target = F.one_hot(labels, o.modulus).float() if o.loss == "mse" else labels
    model = network(o, seed)
    optimizer = torch.optim.AdamW(
        model.parameters(), lr=o.rate, betas=(0.9, 0.98), weight_decay=o.decay
    )
    first = dict.fromkeys(EVENTS)
    for step in range(1, o.steps + 1):
        optimizer.zero_grad(set_to_none=True)
        LOSSES[o.loss](model(x), target).backward()
        optimizer.step()
        if step % o.every == 0 or step == o.steps:
            now = {"train": accuracy(model, training), "eval": accuracy(model, evaluation)}
            for event in EVENTS:
                if first[event] is None and now[event[0]] >= event[1]:
                    first[event] = step
    return [first[event] for event in EVENTS] + [now["eval"]]


def main():
    o = parse_arguments()
    print("seed,train>=0.99,train=1,eval>=0.9,eval>=0.99,finalEval")
    for seed in range(o.seeds):
        *steps, final = train(o, seed)
        shown = ["never" if step is None else str(step) for step in steps]
        print(",".join([str(seed), *shown, f"{final:.4f}"]), flush=True)


if __name__ == "__main__":
    main()
