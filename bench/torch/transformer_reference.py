"""Writes logits, losses and gradients of small transformers in double, for the lab's cross-checks.

Six networks with different norms, masks, biases and numbers of blocks, all with 7 symbols, context
4, width 8, 2 heads, 12 feed-forward units, 5 outputs, batch 6; every parameter is drawn anew from
N(0, 0.3^2) (gains: 1 + that). Loss: cross-entropy, mean over the batch. Weights are W: [in][out],
row-major; embeddings [symbol][d]. Names are the lab's. All numbers are written with the shortest
decimal that reads back to the same double.

    /usr/bin/python3 transformer_reference.py ../../lab-core/src/test/resources/reference/transformer.json
"""

import argparse
import datetime
import json
import platform
import sys
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

from networks import seeded
from reference_gradients import compact
from transformer import Transformer

SIZES = {
    "vocabulary": 7, "context": 4, "width": 8, "heads": 2, "feedForward": 12, "outputs": 5,
}
CASES = [
    {"blocks": 1, "activation": "relu", "norm": "none", "causal": True, "bias": False, "embeddingScale": 1.0},
    {"blocks": 2, "activation": "relu", "norm": "none", "causal": True, "bias": False, "embeddingScale": 1.0},
    {"blocks": 2, "activation": "gelu", "norm": "pre", "causal": True, "bias": True, "embeddingScale": 2.5},
    {"blocks": 1, "activation": "relu", "norm": "post", "causal": True, "bias": False, "embeddingScale": 1.0},
    {"blocks": 2, "activation": "silu", "norm": "post", "causal": False, "bias": True, "embeddingScale": 1.0},
    {"blocks": 3, "activation": "tanh", "norm": "pre", "causal": False, "bias": False, "embeddingScale": 0.5},
]


def named_modules(model):
    """The modules that hold parameters, by the lab's names."""
    yield "embedding", model.embedding
    yield "position", model.position
    for number, block in enumerate(model.blocks, start=1):
        for name in ("query", "key", "value", "out"):
            yield f"block{number}.attention.{name}", getattr(block.attention, name)
        yield f"block{number}.mlp.in", block.mlp_in
        yield f"block{number}.mlp.out", block.mlp_out
        for name in ("norm1", "norm2"):
            if hasattr(block, name):
                yield f"block{number}.{name}", getattr(block, name)
    if isinstance(model.final, nn.LayerNorm):
        yield "norm", model.final
    yield "output", model.output


def numbers(model, read):
    """What read(parameter) gives for every parameter, by the lab's names."""
    result = {}
    for name, module in named_modules(model):
        norm = isinstance(module, nn.LayerNorm)
        turned = isinstance(module, nn.Linear)
        value = read(module.weight)
        result[name + (".g" if norm else ".W")] = (value.t() if turned else value).tolist()
        if getattr(module, "bias", None) is not None:
            result[name + ".b"] = read(module.bias).tolist()
    return result


def draw(model, generator):
    with torch.no_grad():
        for _, module in named_modules(model):
            for name, parameter in module.named_parameters():
                noise = torch.randn(parameter.shape, dtype=torch.float64, generator=generator)
                gain = isinstance(module, nn.LayerNorm) and name == "weight"
                parameter.copy_(0.3 * noise + (1.0 if gain else 0.0))


def case(options, symbols, labels, generator):
    model = Transformer(argparse.Namespace(**SIZES, **options)).double()
    draw(model, generator)
    logits = model(symbols)
    loss = F.cross_entropy(logits, labels)
    loss.backward()
    return {
        **options,
        "parameters": numbers(model, lambda p: p.detach()),
        "logits": logits.tolist(),
        "loss": loss.item(),
        "gradients": numbers(model, lambda p: p.grad),
    }


def reference():
    generator = seeded(20240502)
    symbols = torch.randint(0, SIZES["vocabulary"], (6, SIZES["context"]), generator=generator)
    labels = torch.randint(0, SIZES["outputs"], (6,), generator=generator)
    return {
        "provenance": {
            "program": "PyTorch, bench/torch/transformer_reference.py",
            "version": f"torch {torch.__version__}, Python {platform.python_version()}",
            "date": datetime.date.today().isoformat(),
            "command": "/usr/bin/python3 " + " ".join(sys.argv),
            "precision": "double",
            "layout": "W: [in][out]; embedding.W: [symbol][d]; position.W: [position][d]",
            "activations": "gelu: z Phi(z), exact; silu: z sigmoid(z)",
        },
        **SIZES,
        "symbols": symbols.tolist(),
        "labels": labels.tolist(),
        "cases": [case(options, symbols, labels, generator) for options in CASES],
    }


def main():
    target = Path(sys.argv[1])
    target.write_text(compact(json.dumps(reference(), indent=1)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
