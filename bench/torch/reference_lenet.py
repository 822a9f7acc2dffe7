"""Writes values of small convolutional networks for the lab's cross-checks.

Networks: two convolutions (the first with a border of zeros), each activated and pooled, then two
dense hidden layers and the outputs; images with one and with two channels; every pooling with
several activations. Parameters stand in the lab's order: W: [k k c, outputs], column after column,
row (dy k + dx) c + channel, then b; the first dense layer takes the last image's rows, then columns,
then channels. All numbers are doubles, written with the shortest decimal that reads back to the same;
losses and gradients are in double, and once more computed in single precision.

    /usr/bin/python3 reference_lenet.py ../../lab-core/src/test/resources/reference/lenet.json
"""

import datetime
import json
import platform
import sys
from pathlib import Path

from networks import seeded

import torch
from torch import nn
from torch.nn import functional as F

from reference_gradients import compact

CLASSES, BATCH, KERNEL, PADDING = 3, 4, 3, 1
CHANNELS, HIDDEN = (2, 3), (5, 4)
IMAGES = {"grey": (1, 10, 9), "twoChannels": (2, 9, 10)}
ACTIVATIONS = {"relu": torch.relu, "tanh": torch.tanh, "silu": F.silu}
POOLINGS = {"max": F.max_pool2d, "average": F.avg_pool2d}


class Lenet(nn.Module):
    """LeNet with small numbers; the same steps in the same order as people write them."""

    def __init__(self, image, activation, pooling):
        super().__init__()
        channels, height, width = image
        self.activation, self.pooling = ACTIVATIONS[activation], POOLINGS[pooling]
        self.conv1 = nn.Conv2d(channels, CHANNELS[0], KERNEL, padding=PADDING)
        self.conv2 = nn.Conv2d(CHANNELS[0], CHANNELS[1], KERNEL)
        with torch.no_grad():
            self.last = self.features(torch.zeros(1, *image)).shape[1:]
        self.layer1 = nn.Linear(self.last.numel(), HIDDEN[0])
        self.layer2 = nn.Linear(HIDDEN[0], HIDDEN[1])
        self.output = nn.Linear(HIDDEN[1], CLASSES)

    def features(self, x):
        x = self.pooling(self.activation(self.conv1(x)), 2)
        return self.pooling(self.activation(self.conv2(x)), 2)

    def forward(self, x):
        h = self.activation(self.layer1(self.features(x).flatten(1)))
        return self.output(self.activation(self.layer2(h)))

    def flat(self, of):
        """Parameters, or what ``of`` makes of them, as one vector in the lab's order."""
        pieces = []
        for layer in (self.conv1, self.conv2, self.layer1, self.layer2, self.output):
            weight = of(layer.weight)
            if weight.dim() == 4:
                weight = weight.permute(0, 2, 3, 1)
            elif layer is self.layer1:
                weight = weight.unflatten(1, self.last).permute(0, 2, 3, 1)
            pieces += [weight.reshape(-1), of(layer.bias)]
        return torch.cat(pieces)


def images(shape, generator):
    """Bytes with wide equal areas, so that windows tie, as the borders of digits do."""
    drawn = torch.randint(0, 256, (BATCH, *shape), generator=generator)
    drawn[:, :, : shape[1] // 2, :4] = 0
    return drawn


def measured(model, x, labels):
    """Loss, outputs and gradient."""
    model.zero_grad()
    outputs = model(x)
    loss = F.cross_entropy(outputs, labels)
    loss.backward()
    return {
        "loss": loss.item(),
        "outputs": outputs.tolist(),
        "gradient": model.flat(lambda p: p.grad).tolist(),
    }


def case(name, activation, pooling):
    generator = seeded(20240502)
    drawn = images(IMAGES[name], generator)
    labels = torch.randint(0, CLASSES, (BATCH,), generator=generator)
    model = Lenet(IMAGES[name], activation, pooling)
    with torch.no_grad():
        for p in model.parameters():
            values = 0.4 * torch.randn(p.shape, dtype=torch.float64, generator=generator)
            p.copy_(values.float())  # numbers that both precisions hold
    x = drawn.float() / 256 - 0.25
    single = measured(model, x, labels)
    model.double()
    return {
        "images": name,
        "activation": activation,
        "pooling": pooling,
        "bytes": drawn.flatten(1).tolist(),
        "labels": labels.tolist(),
        "parameters": model.flat(lambda p: p.detach()).tolist(),
        "double": measured(model, x.double(), labels),
        "float": single,
    }


def main():
    target = Path(sys.argv[1])
    reference = {
        "provenance": {
            "program": "PyTorch, bench/torch/reference_lenet.py",
            "version": f"torch {torch.__version__}, Python {platform.python_version()}",
            "date": datetime.date.today().isoformat(),
            "command": "/usr/bin/python3 " + " ".join(sys.argv),
            "layout": "W: [k k c, outputs] column after column, row (dy k + dx) c + channel; then b",
            "inputs": "byte / 256 - 0.25",
        },
        "imageShapes": IMAGES,
        "channels": CHANNELS,
        "hidden": HIDDEN,
        "kernel": KERNEL,
        "padding": PADDING,
        "cases": [case(i, a, p) for i in IMAGES for a in ACTIVATIONS for p in POOLINGS],
    }
    target.write_text(compact(json.dumps(reference, indent=1)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
