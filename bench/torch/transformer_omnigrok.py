"""Trains the run of configs/reference/transformer-omnigrok.yaml in PyTorch, seed by seed.

Addition mod 113 on 30 % of all pairs, the transformer of Nanda et al. with its initialisation times
0.8, all parameters held at that norm, full-batch Adam 1e-3 with betas (.9, .98) (Liu et al. 2022,
arXiv 2210.01117). Split and parameters are drawn in the order of the authors' notebook, so that its
seed, 42, repeats its run as far as the generator of this version does. Prints
seed,step,train_accuracy,eval_accuracy every ten updates.

    /usr/bin/python3 transformer_omnigrok.py --seeds 42 0 1 2 --steps 600
"""

import argparse
import math

import torch
from torch.nn import functional as F

import networks  # noqa: F401  (sets one thread)
from transformer import Transformer

P, WIDTH, HIDDEN, SHARE, SCALE = 113, 128, 512, 0.3, 0.8


def pairs():
    x, y = torch.meshgrid(torch.arange(P), torch.arange(P), indexing="ij")
    symbols = torch.stack([x.flatten(), y.flatten(), torch.full((P * P,), P)], dim=1)
    order = torch.randperm(P * P)
    train = order[: int(SHARE * P * P)]
    return symbols[train], symbols[order[len(train):]]


def network():
    o = argparse.Namespace(
        vocabulary=P + 1, context=3, width=WIDTH, heads=4, feedForward=HIDDEN, outputs=P + 1,
        blocks=1, activation="relu", norm="none", causal=True, bias=False, embeddingScale=1.0,
    )
    state = torch.get_rng_state()
    model = Transformer(o)
    torch.set_rng_state(state)
    block = model.blocks[0]
    root = math.sqrt(WIDTH)
    with torch.no_grad():
        model.embedding.weight.copy_(torch.randn(WIDTH, P + 1).t() / root)
        model.position.weight.copy_(torch.randn(3, WIDTH) / root)
        for part in (block.attention.key, block.attention.query, block.attention.value):
            part.weight.copy_(torch.randn(4, WIDTH // 4, WIDTH).reshape(WIDTH, WIDTH) / root)
        block.attention.out.weight.copy_(torch.randn(WIDTH, WIDTH) / root)
        block.mlp_in.weight.copy_(torch.randn(HIDDEN, WIDTH) / root)
        block.mlp_out.weight.copy_(torch.randn(WIDTH, HIDDEN) / root)
        block.mlp_in.bias.zero_()
        block.mlp_out.bias.zero_()
        model.output.weight.copy_(torch.randn(WIDTH, P + 1).t() / math.sqrt(P + 1))
        for parameter in model.parameters():
            parameter *= SCALE
    return model


def norm(model):
    return math.sqrt(sum(parameter.detach().pow(2).sum().item() for parameter in model.parameters()))


def accuracy(logits, symbols):
    return (logits.argmax(1) == symbols.sum(1).sub(P) % P).double().mean().item()


def run(seed, steps, beta2):
    torch.manual_seed(seed)
    train, test = pairs()
    model = network()
    radius = norm(model)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, betas=(0.9, beta2))
    for step in range(steps + 1):
        logits = model(train)
        loss = F.cross_entropy(logits, train.sum(1).sub(P) % P)
        if step % 10 == 0:
            with torch.no_grad():
                print(f"{seed},{step},{accuracy(logits, train):.4f},{accuracy(model(test), test):.4f}", flush=True)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            factor = radius / norm(model)
            for parameter in model.parameters():
                parameter *= factor


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, nargs="+", default=[42, 0, 1, 2])
    parser.add_argument("--steps", type=int, default=600)
    parser.add_argument("--beta2", type=float, default=0.98)
    parser.add_argument("--double", action=argparse.BooleanOptionalAction, default=True)
    o = parser.parse_args()
    torch.set_default_dtype(torch.float64 if o.double else torch.float32)
    for seed in o.seeds:
        run(seed, o.steps, o.beta2)


if __name__ == "__main__":
    main()
