"""Writes parameter trajectories of PyTorch's optimizers in double, for the tests of lab-optim.

Seven parameters, loss sum_i a_i (x_i - c_i)^2 / 2 + b_i cos(k_i x_i), gradient from the formula. The
curvatures a_i span ten orders of magnitude, so that epsilon matters for some parameters. Rows: case, step,
the gradient fed to the optimizer, the parameters after that step; step 0 has the initial parameters and
no gradient. All numbers are written with the shortest decimal that reads back to the same double.

    /usr/bin/python3 adamw_trajectory.py ../../lab-optim/src/test/resources/reference/adamw-trajectory.csv
"""

import os

os.environ["OMP_NUM_THREADS"] = "1"

import datetime
import platform
import sys
from pathlib import Path

import torch

SIZE = 7
CURVATURE = torch.tensor([1e2, 1e1, 1.0, 0.3, 1e-2, 1e-5, 1e-8], dtype=torch.float64)
CENTRE = torch.tensor([0.5, -1.0, 2.0, 0.0, 3.0, -0.7, 1.5], dtype=torch.float64)
WAVE = torch.tensor([1.0, 0.5, 2.0, 0.0, 0.1, 1e-6, 0.0], dtype=torch.float64)
WAVE_NUMBER = torch.tensor([3.0, 2.0, 5.0, 1.0, 4.0, 2.0, 1.0], dtype=torch.float64)
START = torch.tensor([1.0, 1.5, -2.0, 0.8, -0.3, 0.2, 0.05], dtype=torch.float64)

CASES = {
    "adamwStrongDecay": (200, torch.optim.AdamW, dict(lr=0.01, weight_decay=5)),
    "adamwWeakDecay": (200, torch.optim.AdamW, dict(lr=1e-3, weight_decay=1, betas=(0.9, 0.98))),
    "adamCoupled": (60, torch.optim.Adam, dict(lr=0.02, weight_decay=0.1, eps=1e-6)),
    "momentum": (60, torch.optim.SGD, dict(lr=2e-3, momentum=0.9, weight_decay=0.05)),
    "nesterov": (60, torch.optim.SGD, dict(lr=2e-3, momentum=0.8, nesterov=True, weight_decay=0.05)),
    "sgd": (60, torch.optim.SGD, dict(lr=5e-3, weight_decay=0.2)),
    # The loop over single tensors multiplies mu in twice before PyTorch 2.0; foreach never did.
    "nadam": (120, torch.optim.NAdam, dict(lr=0.01, foreach=True)),
    "nadamCoupled": (
        60, torch.optim.NAdam, dict(lr=2e-3, weight_decay=0.1, momentum_decay=0.5, eps=1e-6, foreach=True)),
    "rmsprop": (60, torch.optim.RMSprop, dict(lr=0.01)),
    "rmspropCoupled": (60, torch.optim.RMSprop, dict(lr=2e-3, alpha=0.9, momentum=0.8, weight_decay=0.1)),
    "rmspropCentred": (60, torch.optim.RMSprop, dict(lr=2e-3, alpha=0.95, eps=1e-6, momentum=0.5, centered=True)),
}


def gradient(x):
    return CURVATURE * (x - CENTRE) - WAVE * WAVE_NUMBER * torch.sin(WAVE_NUMBER * x)


def row(name, step, gradients, parameters):
    return ",".join([name, str(step), *gradients, *map(repr, parameters.tolist())])


def trajectory(name, steps, optimizer_type, options):
    x = START.clone().requires_grad_()
    optimizer = optimizer_type([x], **options)
    yield row(name, 0, [""] * SIZE, x.detach())
    for step in range(1, steps + 1):
        x.grad = gradient(x.detach())
        fed = [repr(g) for g in x.grad.tolist()]
        optimizer.step()
        yield row(name, step, fed, x.detach())


def header(command):
    yield f"# PyTorch {torch.__version__}, Python {platform.python_version()}, double, one thread"
    yield f"# made {datetime.date.today()} by: {command}"
    for name, (steps, optimizer_type, options) in CASES.items():
        yield f"# {name}: {steps} steps of torch.optim.{optimizer_type.__name__} {options}"
    columns = [f"{kind}{i}" for kind in ("gradient", "parameter") for i in range(SIZE)]
    yield ",".join(["case", "step", *columns])


def main():
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)  # NAdam keeps the product of its mu in the default type
    target = Path(sys.argv[1])
    lines = list(header(f"/usr/bin/python3 {Path(__file__).name} {sys.argv[1]}"))
    for name, case in CASES.items():
        lines.extend(trajectory(name, *case))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
