"""Writes losses and gradients of tiny networks in double, for the lab's cross-checks.

Networks 6 -> 5 -> 4 and 6 -> 5 -> 4 -> 4, batch 7, every activation with every loss. Loss: mean over
the batch (crossEntropy, class labels) or over all entries (mse, one-hot targets). Weights are
W: [in, out], row-major; a layer is x W + b. All numbers are written with the shortest decimal that
reads back to the same double.

    /usr/bin/python3 reference_gradients.py ../../lab-core/src/test/resources/reference/mlp-gradients.json
"""

import datetime
import json
import platform
import re
import sys
from pathlib import Path

import torch
from torch.nn import functional as F

from networks import LOSSES, seeded

INPUTS, OUTPUTS, BATCH = 6, 4, 7
HIDDEN = {"oneHiddenLayer": [5], "twoHiddenLayers": [5, 4]}
ACTIVATIONS = {
    "relu": torch.relu,
    "tanh": torch.tanh,
    "geluErf": lambda z: F.gelu(z, approximate="none"),
    "geluTanh": lambda z: F.gelu(z, approximate="tanh"),
    "silu": F.silu,
    "quadratic": torch.square,
    "sin": torch.sin,
    "identity": lambda z: z,
}


def network(hidden, generator):
    """Weights and biases of every layer, N(0, 0.6^2) and N(0, 0.3^2)."""
    widths = [INPUTS, *hidden, OUTPUTS]
    layers = []
    for fan_in, fan_out in zip(widths, widths[1:]):
        weight = 0.6 * torch.randn(fan_in, fan_out, dtype=torch.float64, generator=generator)
        bias = 0.3 * torch.randn(fan_out, dtype=torch.float64, generator=generator)
        layers.append((weight.requires_grad_(), bias.requires_grad_()))
    return layers


def outputs(layers, activation, x):
    for weight, bias in layers[:-1]:
        x = activation(x @ weight + bias)
    weight, bias = layers[-1]
    return x @ weight + bias


def case(layers, x, labels, activation, loss):
    """Outputs, loss and every gradient of one activation with one loss."""
    target = labels if loss == "crossEntropy" else F.one_hot(labels, OUTPUTS).double()
    predicted = outputs(layers, ACTIVATIONS[activation], x)
    value = LOSSES[loss](predicted, target)
    parameters = [parameter for layer in layers for parameter in layer]
    gradients = torch.autograd.grad(value, parameters)
    return {
        "activation": activation,
        "loss": loss,
        "outputs": predicted.tolist(),
        "lossValue": value.item(),
        "gradients": as_layers(gradients[0::2], gradients[1::2]),
    }


def as_layers(weights, biases):
    return [{"W": w.tolist(), "b": b.tolist()} for w, b in zip(weights, biases)]


def provenance():
    return {
        "program": "PyTorch, bench/torch/reference_gradients.py",
        "version": f"torch {torch.__version__}, Python {platform.python_version()}",
        "date": datetime.date.today().isoformat(),
        "command": "/usr/bin/python3 " + " ".join(sys.argv),
        "precision": "double",
        "layout": "W: [in][out]; layer: activation(x W + b); the last layer has no activation",
        "losses": "crossEntropy: mean over rows, labels; mse: mean over all entries, one-hot labels",
        "activations": "geluErf: z Phi(z), exact; geluTanh: its tanh approximation; quadratic: z^2; "
        "silu: z sigmoid(z)",
    }


def reference():
    generator = seeded(20240501)
    x = torch.randn(BATCH, INPUTS, dtype=torch.float64, generator=generator)
    labels = torch.randint(0, OUTPUTS, (BATCH,), generator=generator)
    networks = {name: network(hidden, generator) for name, hidden in HIDDEN.items()}
    return {
        "provenance": provenance(),
        "inputs": x.tolist(),
        "labels": labels.tolist(),
        "networks": [
            {
                "name": name,
                "hidden": HIDDEN[name],
                "parameters": as_layers(*zip(*layers)),
                "cases": [case(layers, x, labels, a, loss) for a in ACTIVATIONS for loss in LOSSES],
            }
            for name, layers in networks.items()
        ],
    }


def main():
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(compact(json.dumps(reference(), indent=1)) + "\n", encoding="utf-8")


def compact(text):
    """One line per innermost list, so that a vector is a line."""
    return re.sub(r"\[[^\[\]{}]*\]", lambda vector: " ".join(vector.group().split()), text)


if __name__ == "__main__":
    main()
