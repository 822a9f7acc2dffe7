"""Writes losses and gradients of tiny tanh networks in double for the losses beyond the usual two.

stableMax: -log(s(z_y) / sum_j s(z_j)), s(x) = x + 1 for x >= 0 and 1 / (1 - x) for x < 0, 4 classes.
hinge: max(0, 1 - t z) for one output z, t = 1 for label 1 and -1 for label 0.
mse: mean over all entries, targets that are real numbers, 3 outputs. All are means over the batch.
The form is that of reference_gradients.py; each network has its own labels or targets.

    /usr/bin/python3 reference_losses.py ../../lab-core/src/test/resources/reference/mlp-losses.json
"""

import json
import sys
from pathlib import Path

import torch
from torch.nn import functional as F

import reference_gradients as tiny
from networks import seeded

HIDDEN = [5, 4]


def stable_max(z, labels):
    s = torch.where(z >= 0, z + 1, 1 / (1 - z.clamp(max=0)))
    share = s / s.sum(1, keepdim=True)
    return -share.gather(1, labels[:, None]).log().mean()


def hinge(z, labels):
    sign = (2 * labels - 1).double()
    return F.relu(1 - sign * z[:, 0]).mean()


LOSSES = {"stableMax": (stable_max, 4), "hinge": (hinge, 1), "mse": (F.mse_loss, 3)}


def answers(loss, outputs, generator):
    """Targets of the batch under the key that says what they are."""
    if loss == "mse":
        return {"targets": torch.randn(tiny.BATCH, outputs, dtype=torch.float64, generator=generator)}
    return {"labels": torch.randint(0, max(outputs, 2), (tiny.BATCH,), generator=generator)}


def network(loss, x, generator):
    function, outputs = LOSSES[loss]
    tiny.OUTPUTS = outputs
    layers = tiny.network(HIDDEN, generator)
    known = answers(loss, outputs, generator)
    predicted = tiny.outputs(layers, torch.tanh, x)
    value = function(predicted, *known.values())
    parameters = [parameter for layer in layers for parameter in layer]
    gradients = torch.autograd.grad(value, parameters)
    case = {
        "activation": "tanh",
        "loss": loss,
        "outputs": predicted.tolist(),
        "lossValue": value.item(),
        "gradients": tiny.as_layers(gradients[0::2], gradients[1::2]),
    }
    return {
        "name": loss,
        "hidden": HIDDEN,
        **{name: tensor.tolist() for name, tensor in known.items()},
        "parameters": tiny.as_layers(*zip(*layers)),
        "cases": [case],
    }


def provenance():
    said = tiny.provenance()
    del said["activations"]
    said["program"] = "PyTorch, bench/torch/reference_losses.py"
    said["losses"] = (
        "stableMax: mean of -log(s(z_y) / sum s(z_j)), s(x) = x + 1 for x >= 0, else 1 / (1 - x); "
        "hinge: mean of max(0, 1 - t z), t = 2 label - 1; mse: mean over all entries, real targets"
    )
    return said


def main():
    generator = seeded(20240502)
    x = torch.randn(tiny.BATCH, tiny.INPUTS, dtype=torch.float64, generator=generator)
    networks = [network(loss, x, generator) for loss in LOSSES]
    reference = {"provenance": provenance(), "inputs": x.tolist(), "networks": networks}
    text = tiny.compact(json.dumps(reference, indent=1)) + "\n"
    Path(sys.argv[1]).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
